import fc from 'fast-check';

export interface Damage {
  readonly kind: 'cut' | 'insert' | 'replace' | 'double' | 'turn';
  /** Where, as a part of the whole. */
  readonly at: number;
  readonly length: number;
  readonly text: string;
}

const hurtful = '\r\n|\0|"|<|>|;|,|:|@|%|\\|=|-1|99999999999999999999|SIP/2.0|\r|\n |\t'.split('|');

/** What happens to a message under way: bytes are cut out, put in, changed, doubled or turned around. */
export const damage: fc.Arbitrary<Damage> = fc.record({
  kind: fc.constantFrom('cut', 'insert', 'replace', 'double', 'turn'),
  at: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
  length: fc.nat(40),
  text: fc.oneof(fc.constantFrom(...hurtful), fc.string({ unit: 'binary', maxLength: 8 })),
});

export function withDamage(message: Uint8Array, damages: readonly Damage[]): Uint8Array {
  return damages.reduce<Buffer>((bytes, { kind, at, length, text }) => {
    const from = Math.floor(at * bytes.length);
    const part = bytes.subarray(from, from + length);
    const middle = {
      cut: [],
      insert: [Buffer.from(text), part],
      replace: [Buffer.from(text)],
      double: [part, part],
      turn: [Buffer.from([...part].toReversed())],
    }[kind];
    return Buffer.concat([bytes.subarray(0, from), ...middle, bytes.subarray(from + length)]);
  }, Buffer.from(message));
}
