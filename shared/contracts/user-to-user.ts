import { fromHex, toHex } from './hex.ts';

/**
 * The User-to-User header of a skill call: hex of `csi=<clientSessionId>` and `;encoding=hex`
 * (Amazon Chime SDK developer guide, call-context-data; RFC 7433 §4).
 */
const headerName = 'user-to-user';
const idLength = { min: 1, max: 100 };

export type UserToUserReading =
  | { readonly kind: 'clientSession'; readonly clientSessionId: string }
  /** No User-to-User header: not a skill call. */
  | { readonly kind: 'absent' }
  | { readonly kind: 'malformed'; readonly problem: string };

/** @throws RangeError unless the id has 1 to 100 characters. */
export function encodeUserToUser(clientSessionId: string): string {
  if (clientSessionId.length < idLength.min || clientSessionId.length > idLength.max) {
    throw new RangeError(`a clientSessionId has 1 to 100 characters, not ${clientSessionId.length}`);
  }
  return `${toHex(`csi=${clientSessionId}`)};encoding=hex`;
}

/** Finds the client session in a map of SIP headers, whatever the case of the header's name. */
export function readUserToUser(headers: Readonly<Record<string, string>> | undefined): UserToUserReading {
  const values = Object.entries(headers ?? {}).filter(([name]) => name.toLowerCase() === headerName);
  if (values.length === 0) return { kind: 'absent' };
  // Several values, in one header or many, are allowed (RFC 7433 §4.1): ours is the one that says csi=.
  const readings = values.flatMap(([, value]) => value.split(',')).map(readValue);
  return readings.find(({ kind }) => kind === 'clientSession') ?? readings[0] ?? { kind: 'absent' };
}

function readValue(value: string): UserToUserReading {
  const [data = '', ...parameters] = value.split(';').map((part) => part.trim());
  const encoding = parameters
    .map((parameter) => /^encoding\s*=\s*"?([^"\s]*)"?$/i.exec(parameter)?.[1])
    .find((found) => found !== undefined);
  if (encoding !== undefined && encoding.toLowerCase() !== 'hex') return malformed(`encoding "${encoding}" is not hex`);
  if (!/^(?:[0-9a-f]{2})+$/i.test(data)) return malformed('the data is not a whole number of hex octets');

  const text = decodeUtf8(fromHex(data));
  if (text === undefined) return malformed('the octets are not UTF-8');
  const clientSessionId = /^csi=(.*)$/su.exec(text)?.[1];
  if (clientSessionId === undefined) return malformed('the data does not start with csi=');
  if (clientSessionId.length < idLength.min || clientSessionId.length > idLength.max) {
    return malformed(`the id has ${clientSessionId.length} characters, not 1 to 100`);
  }
  return { kind: 'clientSession', clientSessionId };
}

function decodeUtf8(octets: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(octets);
  } catch {
    return undefined;
  }
}

function malformed(problem: string): UserToUserReading {
  return { kind: 'malformed', problem };
}
