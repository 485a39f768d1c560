import fc from 'fast-check';
import type { E164 } from '../../../../../shared/domain/phone-number.ts';
import type { Caller } from '../../../../../shared/domain/routing/caller.ts';
import type { Condition } from '../../../../../shared/domain/routing/condition.ts';
import { epochMs } from '../../../../../shared/domain/time.ts';

const tenPostalPrefixes = Array.from({ length: 10 }, (_, digit) => `98${digit}`);
const tenCallerPrefixes = Array.from({ length: 10 }, (_, digit) => `+1${digit}`);

function someOf<Item>(items: readonly Item[]): fc.Arbitrary<Item[]> {
  return fc.subarray([...items], { minLength: 1 });
}

/** Conditions of one dimension, and the callers or moments that it is tried with: finer than anything that a condition tells apart. */
export interface Kind {
  readonly conditions: fc.Arbitrary<Condition[]>;
  readonly callers?: readonly ((caller: Caller) => Caller)[];
}

const absent = (caller: Caller): Caller => caller;

export const kinds: Readonly<Record<string, Kind>> = {
  reason: {
    conditions: someOf(['a', 'b', 'c']).map((anyOf) => [{ kind: 'reason', anyOf }]),
    callers: [absent, ...['a', 'b', 'c', 'other'].map((reasonId) => (caller: Caller) => ({ ...caller, reasonId }))],
  },
  entry: {
    conditions: someOf(['phone', 'callback', 'alexa-skill-call', 'alexa-smart-properties'] as const).map((anyOf) => [
      { kind: 'entry', anyOf },
    ]),
    callers: (['phone', 'callback', 'alexa-skill-call', 'alexa-smart-properties'] as const).map(
      (entry) => (caller: Caller) => ({ ...caller, entry }),
    ),
  },
  locale: {
    conditions: someOf(['en', 'en-US', 'en-GB', 'fr']).map((anyOf) => [{ kind: 'locale', anyOf }]),
    callers: [
      absent,
      ...['en', 'en-US', 'en-GB', 'en-AU', 'fr', 'fr-CA', 'fra-FR', 'de-DE'].map((locale) => (caller: Caller) => ({
        ...caller,
        locale,
      })),
    ],
  },
  postal: {
    conditions: fc
      .oneof(
        someOf(['9', '98', '980', '981', '9810', 'K', 'K1']),
        fc.constant(tenPostalPrefixes),
        fc.subarray(tenPostalPrefixes, { minLength: 4 }),
      )
      .map((anyOf) => [{ kind: 'postalPrefix', anyOf }]),
    callers: [
      absent,
      ...[
        '12345',
        '90000',
        '9AB',
        '991',
        'K1A0B1',
        'K2A',
        'A1A1A1',
        '98101',
        '98111',
        '981AB',
        '9810',
        '98000',
        '980',
      ].map(withPostal),
      ...tenPostalPrefixes.map((prefix) => withPostal(`${prefix}99`)),
    ],
  },
  phone: {
    conditions: fc
      .oneof(someOf(['+1', '+12', '+1206', '+44']), fc.constant(tenCallerPrefixes))
      .map((anyOf) => [{ kind: 'callerPrefix', anyOf }]),
    callers: [
      absent,
      ...[
        '+12065550100',
        '+12075550100',
        '+442079460000',
        '+498912345678',
        ...tenCallerPrefixes.map((prefix) => `${prefix}995550100`),
      ].map((phoneNumber) => (caller: Caller) => ({ ...caller, phoneNumber: phoneNumber as E164 })),
    ],
  },
  number: {
    conditions: fc
      .oneof(
        fc
          .tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 1, max: 4 }))
          .map(([from, more]) => ({ kind: 'range', from, below: from + more }) as const),
        fc.integer({ min: 0, max: 4 }).map((from) => ({ kind: 'range', from }) as const),
        fc.integer({ min: 0, max: 4 }).map((below) => ({ kind: 'range', below }) as const),
        someOf(['1', '2', 'gold']).map((anyOf) => ({ kind: 'in', anyOf }) as const),
        fc.boolean().map((is) => ({ kind: 'exists', is }) as const),
      )
      .map((test) => [{ kind: 'attribute', name: 'points', test }]),
    callers: [
      absent,
      ...['gold', 'silver', '1.0', '2.00', ...Array.from({ length: 21 }, (_, index) => String(index / 2 - 1))].map(
        (points) => withAttribute('points', points),
      ),
    ],
  },
  text: {
    conditions: fc
      .oneof(
        someOf(['W', 'WA', 'WA1', 'O']).map((anyOf) => ({ kind: 'prefix', anyOf }) as const),
        someOf(['W', 'WA', 'X']).map((anyOf) => ({ kind: 'in', anyOf }) as const),
        fc.boolean().map((is) => ({ kind: 'exists', is }) as const),
      )
      .map((test) => [{ kind: 'attribute', name: 'code', test }]),
    callers: [
      absent,
      ...['W', 'WB', 'WA', 'WA2', 'WA1', 'WA12', 'O', 'O1', 'X', 'X1', 'z'].map((code) => withAttribute('code', code)),
    ],
  },
  schedule: {
    conditions: fc
      .dictionary(fc.constantFrom('day', 'evening', 'never'), fc.constantFrom('open' as const, 'closed' as const), {
        minKeys: 1,
      })
      .map((asked) => Object.entries(asked).map(([id, is]) => ({ kind: 'schedule', id, is }))),
  },
  share: { conditions: fc.constant([{ kind: 'share', percent: 50 }]) },
};

function withPostal(postalCode: string): (caller: Caller) => Caller {
  return (caller) => ({
    ...caller,
    location: { source: 'postalCode', observedAt: epochMs(0), ...caller.location, postalCode },
  });
}

function withAttribute(name: string, value: string): (caller: Caller) => Caller {
  return (caller) => ({ ...caller, attributes: { ...caller.attributes, [name]: value } });
}
