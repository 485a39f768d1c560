/** Ranges that no packet of the internet comes from (IANA IPv4 special-purpose address registry); those for examples are in `examples.ts`. */
const notPublic = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '224.0.0.0/4',
  '240.0.0.0/4',
];

/**
 * The widest range among a Voice Connector's allowed hosts, as a prefix length: 32 addresses. The API reference names no limit (Termination);
 * AWS's own construct library for Chime resources refuses wider ones.
 */
const widestPrefix = 27;

interface Range {
  readonly first: number;
  readonly prefix: number;
}

/** What is wrong with the address of a SIP server, if anything: it is to be a full name in DNS or a public IPv4 address. */
export function hostProblem(host: string): string | undefined {
  const rule = 'must be the full name of a host ("sip.your-bank.com") or its public IPv4 address';
  if (/^[\d.]+$/.test(host)) {
    const address = parseIpv4(host);
    if (address === undefined) return rule;
    return isPublic(address) ? undefined : `${rule}; AWS cannot reach this address from outside`;
  }
  if (/^[a-z]+:|\/|@/i.test(host)) return `${rule}, without "sip:", user or path`;
  if (host.includes(':')) return `${rule}; the port stands by itself, and IPv6 is not taken`;
  const label = String.raw`[a-z\d](?:[a-z\d\-]{0,61}[a-z\d])?`;
  return new RegExp(String.raw`^(?:${label}\.)+(?!\d+$)${label}$`, 'i').test(host) ? undefined : rule;
}

/** What is wrong with a range of addresses that may call, if anything. */
export function cidrProblem(cidr: string): string | undefined {
  const range = parseCidr(cidr);
  if (range === undefined) return 'must be an IPv4 range in CIDR notation: "198.51.100.8/29"; "/32" for one address';
  const { first, prefix } = range;
  if (prefix < widestPrefix)
    return `is too wide: a Voice Connector takes /${widestPrefix} to /32, so name the hosts that call, not their network`;
  if (!isPublic(first)) return 'is not a public range: give the address by which your hosts are seen from outside';
  const start = startOf(range);
  return start === first ? undefined : `does not begin where the range does: write ${formatIpv4(start)}/${prefix}`;
}

/** Whether an address lies in one of the ranges. */
export function isWithin(address: number, ranges: readonly string[]): boolean {
  return ranges.some((text) => {
    const range = parseCidr(text);
    return range !== undefined && startOf({ first: address, prefix: range.prefix }) === range.first;
  });
}

/** A number of 32 bits; `undefined` for what is no dotted quad of decimals. */
export function parseIpv4(text: string): number | undefined {
  if (!/^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?!$)|$)){4}$/.test(text)) return undefined;
  return text.split('.').reduce((value, octet) => value * 256 + Number(octet), 0);
}

function parseCidr(text: string): Range | undefined {
  const [, address = '', prefix = ''] = /^([\d.]+)\/(\d|[12]\d|3[0-2])$/.exec(text) ?? [];
  const first = parseIpv4(address);
  return first === undefined ? undefined : { first, prefix: Number(prefix) };
}

function startOf({ first, prefix }: Range): number {
  const size = 2 ** (32 - prefix);
  return Math.floor(first / size) * size;
}

function isPublic(address: number): boolean {
  return !isWithin(address, notPublic);
}

function formatIpv4(address: number): string {
  return [24, 16, 8, 0].map((bits) => Math.floor(address / 2 ** bits) % 256).join('.');
}
