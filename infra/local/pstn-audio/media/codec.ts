import { decodePcma, encodePcma } from './pcma.ts';
import { decodePcmu, encodePcmu } from './pcmu.ts';

const codecNames = ['PCMU', 'PCMA'] as const;
export type CodecName = (typeof codecNames)[number];

/** One of G.711's two laws: a byte a sample, 8,000 in a second. */
export interface Codec {
  readonly name: CodecName;
  /** RFC 3551 §6. */
  readonly staticPayloadType: number;
  encode(samples: Int16Array): Uint8Array;
  decode(codes: Uint8Array): Int16Array;
}

export const codecs: Readonly<Record<CodecName, Codec>> = {
  PCMU: { name: 'PCMU', staticPayloadType: 0, encode: encodePcmu, decode: decodePcmu },
  PCMA: { name: 'PCMA', staticPayloadType: 8, encode: encodePcma, decode: decodePcma },
};

const everyCode = Uint8Array.from({ length: 256 }, (_, code) => code);
/** What each byte of one law is in the other. */
const translations: Readonly<Record<CodecName, Uint8Array>> = {
  PCMU: encodePcma(decodePcmu(everyCode)),
  PCMA: encodePcmu(decodePcma(everyCode)),
};

/** The same audio in the codec `to`; the payload itself where nothing changes. */
export function translate(payload: Uint8Array, from: CodecName, to: CodecName): Uint8Array {
  if (from === to) return payload;
  const table = translations[from];
  const translated = new Uint8Array(payload.length);
  for (let n = 0; n < payload.length; n += 1) translated[n] = table[payload[n] ?? 0] ?? 0;
  return translated;
}
