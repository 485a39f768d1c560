/** One payload type of an audio stream (RFC 8866 §6.6, RFC 4566 before it). */
export interface AudioPayload {
  /** 0 to 127. */
  readonly type: number;
  /** Such as PCMU, PCMA, telephone-event; '' for a dynamic type that the description does not explain. */
  readonly encoding: string;
  /** Hz. */
  readonly clockRate: number;
  /** Format parameters, such as 0-15 for telephone-event. */
  readonly fmtp?: string;
}

export type MediaDirection = 'sendrecv' | 'sendonly' | 'recvonly' | 'inactive';

/** A session with one audio stream. */
export interface AudioSession {
  /** Decimal digits; `version` grows with each change (RFC 3264 §8). */
  readonly id: string;
  readonly version: string;
  /** Where audio is to be sent: an IP address. */
  readonly address: string;
  /** RTP port; 0 refuses the stream. */
  readonly port: number;
  /** In order of preference. */
  readonly payloads: readonly AudioPayload[];
  /** Milliseconds of audio in a packet, when said. */
  readonly ptime?: number;
  readonly direction: MediaDirection;
}

export type SdpResult =
  | { readonly kind: 'session'; readonly session: AudioSession }
  | { readonly kind: 'malformed'; readonly problem: string };

// RFC 3551 §6: types that need no rtpmap.
const staticTypes: Readonly<Record<number, readonly [string, number]>> = {
  0: ['PCMU', 8000],
  3: ['GSM', 8000],
  8: ['PCMA', 8000],
  9: ['G722', 8000],
  18: ['G729', 8000],
};
/** More formats than there are payload types say nothing. */
const mostFormats = 128;
const directions = ['sendrecv', 'sendonly', 'recvonly', 'inactive'] as const;

/** Reads the first audio stream over RTP/AVP of a session description; other streams are passed over. Never throws. */
export function parseSdp(text: string): SdpResult {
  const lines = text.split(/\r?\n/).filter((line) => line !== '');
  if (lines[0] !== 'v=0') return malformed('it does not start with v=0');
  const firstMedia = lines.findIndex((line) => line.startsWith('m='));
  const audio = lines.findIndex((line) => /^m=audio \d+(\/\d+)? RTP\/AVP /.test(line));
  if (audio < 0) return malformed('it has no audio stream over RTP/AVP');
  const sessionPart = lines.slice(0, firstMedia);
  const next = lines.findIndex((line, index) => index > audio && line.startsWith('m='));
  const mediaPart = lines.slice(audio, next < 0 ? undefined : next);

  const [, port = '', , ...formats] = (mediaPart[0] ?? '').split(' ');
  const portNumber = Number.parseInt(port, 10);
  const types = formats.filter((format) => format !== '').map(Number);
  if (types.length > mostFormats) return malformed(`its m=audio line has more than ${mostFormats} formats`);
  if (
    portNumber > 65_535 ||
    types.length === 0 ||
    types.some((type) => !Number.isInteger(type) || type < 0 || type > 127)
  )
    return malformed('its m=audio line is malformed');
  const address = connection(mediaPart) ?? connection(sessionPart);
  if (address === undefined) return malformed('it has no connection address');
  const origin = /^o=\S+ (\d+) (\d+) /.exec(sessionPart.find((line) => line.startsWith('o=')) ?? '');
  const attributes = attributesOf(mediaPart);
  const sessionAttributes = attributesOf(sessionPart);
  const ptime = Number(attributes.get('ptime') ?? Number.NaN);
  const direction =
    directions.find((each) => attributes.has(each)) ??
    directions.find((each) => sessionAttributes.has(each)) ??
    'sendrecv';
  return {
    kind: 'session',
    session: {
      id: origin?.[1] ?? '0',
      version: origin?.[2] ?? '0',
      address,
      port: portNumber,
      payloads: types.map((type) => payload(type, attributes)),
      ...(ptime > 0 && { ptime }),
      direction,
    },
  };
}

/** Writes a session description, as an offer or as the answer to an offer with one stream. */
export function formatSdp(session: AudioSession): string {
  return [...sessionLines(session), ...audioLines(session), ''].join('\r\n');
}

/**
 * Writes the answer to `offer`: each of its streams gets an answer in its place, and all but the first audio stream are
 * refused (RFC 3264 §6). Keep to payload types of the offer in `session`.
 */
export function formatSdpAnswer(offer: string, session: AudioSession): string {
  const lines = sessionLines(session);
  let answered = false;
  for (const media of offer.split(/\r?\n/).filter((line) => line.startsWith('m='))) {
    const [kind = '', port, protocol = '', ...formats] = media.slice(2).split(' ');
    if (!answered && kind === 'audio' && protocol === 'RTP/AVP') {
      // A stream that is offered closed stays closed.
      lines.push(...audioLines(port === '0' ? { ...session, port: 0 } : session));
      answered = true;
    } else lines.push(`m=${kind} 0 ${protocol} ${formats.join(' ')}`);
  }
  return [...lines, ''].join('\r\n');
}

/** The direction that answers `offered` (RFC 3264 §6.1): who only sends is only listened to. */
export function mirrorDirection(offered: MediaDirection): MediaDirection {
  switch (offered) {
    case 'sendonly':
      return 'recvonly';
    case 'recvonly':
      return 'sendonly';
    case 'sendrecv':
    case 'inactive':
      return offered;
  }
}

function sessionLines(session: AudioSession): string[] {
  const family = session.address.includes(':') ? 'IP6' : 'IP4';
  return [
    'v=0',
    `o=- ${session.id} ${session.version} IN ${family} ${session.address}`,
    's=-',
    `c=IN ${family} ${session.address}`,
    't=0 0',
  ];
}

function audioLines(session: AudioSession): string[] {
  const lines = [`m=audio ${session.port} RTP/AVP ${session.payloads.map(({ type }) => type).join(' ')}`];
  for (const { type, encoding, clockRate, fmtp } of session.payloads) {
    if (encoding !== '') lines.push(`a=rtpmap:${type} ${encoding}/${clockRate}`);
    if (fmtp !== undefined) lines.push(`a=fmtp:${type} ${fmtp}`);
  }
  if (session.ptime !== undefined) lines.push(`a=ptime:${session.ptime}`);
  return [...lines, `a=${session.direction}`];
}

function payload(type: number, attributes: ReadonlyMap<string, string>): AudioPayload {
  const mapped = /^(\S+?)\/(\d+)/.exec(attributes.get(`rtpmap:${type}`) ?? '');
  const [encoding, clockRate] =
    mapped?.[1] === undefined ? (staticTypes[type] ?? ['', 8000]) : [mapped[1], Number(mapped[2])];
  const fmtp = attributes.get(`fmtp:${type}`);
  return { type, encoding, clockRate, ...(fmtp !== undefined && { fmtp }) };
}

/** Attributes by name, the first of each: `rtpmap:97` and `fmtp:97` with their payload type, the others without a value's colon. */
function attributesOf(lines: readonly string[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const line of lines) {
    const [, name, value = ''] = /^a=((?:rtpmap|fmtp):\d+(?= )|[^:]+)[: ]?(.*)$/.exec(line) ?? [];
    if (name !== undefined && !found.has(name)) found.set(name, value.trim());
  }
  return found;
}

function connection(lines: readonly string[]): string | undefined {
  return /^c=IN IP[46] ([0-9A-Fa-f.:]+)(?=[/\s]|$)/.exec(lines.find((line) => line.startsWith('c=')) ?? '')?.[1];
}

function malformed(problem: string): SdpResult {
  return { kind: 'malformed', problem };
}
