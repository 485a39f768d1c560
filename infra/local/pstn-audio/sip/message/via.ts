import { formatParams, parseParams, type Params } from './params.ts';

/** One Via value (RFC 3261 §20.42). */
export interface Via {
  /** UDP, TCP, … in upper case. */
  readonly protocol: string;
  readonly host: string;
  readonly port: number | undefined;
  readonly params: Params;
}

const pattern =
  /^SIP\s*\/\s*2\.0\s*\/\s*([A-Za-z0-9\-.!%*_+`'~]+)\s+(\[[0-9A-Fa-f:.]+\]|[A-Za-z0-9._-]+)\s*(?::\s*(\d{1,5})\s*)?(;.*)?$/i;

/** What every branch of RFC 3261 starts with (§8.1.1.7). */
export const branchCookie = 'z9hG4bK';

/** Reads one Via value; undefined when it is malformed. */
export function parseVia(text: string): Via | undefined {
  const match = pattern.exec(text.trim());
  const params = parseParams(match?.[4] ?? '');
  const port = match?.[3] === undefined ? undefined : Number(match[3]);
  if (match?.[1] === undefined || match[2] === undefined || params === undefined) return undefined;
  if (port !== undefined && (port < 1 || port > 65_535)) return undefined;
  return { protocol: match[1].toUpperCase(), host: match[2], port, params };
}

/** Writes one Via value. */
export function formatVia(via: Via): string {
  const port = via.port === undefined ? '' : `:${via.port}`;
  // RFC 3581 §3: a client asks for the port with an empty rport.
  return `SIP/2.0/${via.protocol} ${via.host}${port}${formatParams(via.params)}`;
}
