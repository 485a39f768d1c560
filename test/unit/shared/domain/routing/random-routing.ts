import fc from 'fast-check';
import { ingresses } from '../../../../../shared/domain/call-context.ts';
import type { E164 } from '../../../../../shared/domain/phone-number.ts';
import type { AttributeTest } from '../../../../../shared/domain/routing/attribute-test.ts';
import type { Caller } from '../../../../../shared/domain/routing/caller.ts';
import type { Condition } from '../../../../../shared/domain/routing/condition.ts';
import type { Rule } from '../../../../../shared/domain/routing/table.ts';
import { epochMs } from '../../../../../shared/domain/time.ts';

/** Few values of each kind, so that random callers meet random rules often. */
const reasons = ['billing', 'cards', 'loans', 'other'];
const locales = ['en', 'en-US', 'es', 'es-US', 'fr'];
const countries = ['US', 'CA'];
const states = ['WA', 'OR', 'NY'];
const prefixes = ['9', '98', '981', '98109', 'K', 'K1A', ''];
const numberPrefixes = ['+1', '+1206', '+12065', '+44', '+1425'];
const names = ['tier', 'plan', 'balance', 'constructor'];
const texts = ['gold', 'go', 'silver', '12', '120', ''];
export const scheduleIds = ['day', 'night', 'nowhere'];

const some = (values: readonly string[]): fc.Arbitrary<string[]> =>
  fc.subarray([...values], { minLength: 1, maxLength: Math.min(3, values.length) });
const perhaps = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | undefined> =>
  fc.option(value, { nil: undefined });

const attributeTest: fc.Arbitrary<AttributeTest> = fc.oneof(
  some(texts).map((anyOf): AttributeTest => ({ kind: 'in', anyOf })),
  some(texts).map((anyOf): AttributeTest => ({ kind: 'prefix', anyOf })),
  fc
    .record({ from: fc.integer({ min: 0, max: 130 }), width: fc.integer({ min: 1, max: 100 }) })
    .map(({ from, width }): AttributeTest => ({ kind: 'range', from, below: from + width })),
  fc.boolean().map((is): AttributeTest => ({ kind: 'exists', is })),
);

export const condition: fc.Arbitrary<Condition> = fc.oneof(
  some(reasons).map((anyOf): Condition => ({ kind: 'reason', anyOf })),
  fc.subarray([...ingresses], { minLength: 1 }).map((anyOf): Condition => ({ kind: 'entry', anyOf })),
  some(locales).map((anyOf): Condition => ({ kind: 'locale', anyOf })),
  some(countries).map((anyOf): Condition => ({ kind: 'country', anyOf })),
  some(states).map((anyOf): Condition => ({ kind: 'state', anyOf })),
  some(prefixes).map((anyOf): Condition => ({ kind: 'postalPrefix', anyOf })),
  some(numberPrefixes).map((anyOf): Condition => ({ kind: 'callerPrefix', anyOf })),
  fc
    .record({ name: fc.constantFrom(...names), test: attributeTest })
    .map((rest): Condition => ({ kind: 'attribute', ...rest })),
  fc
    .record({ id: fc.constantFrom(...scheduleIds), is: fc.constantFrom('open' as const, 'closed' as const) })
    .map((rest): Condition => ({ kind: 'schedule', ...rest })),
  fc.integer({ min: 1, max: 99 }).map((percent): Condition => ({ kind: 'share', percent })),
);

/** Ids in order: rule-0, rule-1; no attempts. */
export const rules: fc.Arbitrary<Rule[]> = fc
  .array(fc.array(condition, { minLength: 1, maxLength: 4 }), { maxLength: 40 })
  .map((all) => all.map((when, index) => ({ id: `rule-${index}`, when, attempts: [] })));

export const caller: fc.Arbitrary<Caller> = fc
  .record({
    entry: fc.constantFrom(...ingresses),
    reasonId: perhaps(fc.constantFrom(...reasons, 'unheard-of')),
    locale: perhaps(fc.constantFrom(...locales, 'en-GB', 'e', 'en-US-x')),
    phoneNumber: perhaps(fc.constantFrom('+12065550123', '+14255550123', '+442079460000')),
    location: perhaps(
      fc.record({
        countryCode: perhaps(fc.constantFrom('us', 'CA')),
        stateOrRegion: perhaps(fc.constantFrom('wa', 'NY', '')),
        postalCode: perhaps(fc.constantFrom('98109', '98 109-1234', '9', 'k1a 0b1', '10001')),
      }),
    ),
    attributes: fc.dictionary(fc.constantFrom(...names), fc.constantFrom(...texts, 'golden', '125.5')),
  })
  .map(({ entry, reasonId, locale, phoneNumber, location, attributes }): Caller => {
    const { countryCode, stateOrRegion, postalCode } = location ?? {};
    return {
      entry,
      attributes,
      ...(reasonId === undefined ? {} : { reasonId }),
      ...(locale === undefined ? {} : { locale }),
      ...(phoneNumber === undefined ? {} : { phoneNumber: phoneNumber as E164 }),
      ...(location === undefined
        ? {}
        : {
            location: {
              source: 'deviceAddress',
              observedAt: epochMs(0),
              ...(countryCode === undefined ? {} : { countryCode }),
              ...(stateOrRegion === undefined ? {} : { stateOrRegion }),
              ...(postalCode === undefined ? {} : { postalCode }),
            },
          }),
    };
  });

export const seed: fc.Arbitrary<string> = fc.string({ minLength: 1, maxLength: 51 });
