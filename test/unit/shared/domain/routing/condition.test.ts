import type { CallerLocation } from '../../../../../shared/domain/location.ts';
import type { E164 } from '../../../../../shared/domain/phone-number.ts';
import type { Caller } from '../../../../../shared/domain/routing/caller.ts';
import { holds, type Condition, type Moment } from '../../../../../shared/domain/routing/condition.ts';
import { epochMs } from '../../../../../shared/domain/time.ts';

const now = epochMs(1_000_000);
const office = {
  id: 'office',
  opensAt: [epochMs(0)],
  closesAt: [epochMs(2_000_000)],
  compiledUntil: epochMs(9_000_000),
};
const moment: Moment = { now, schedules: new Map([['office', office]]), seed: 'call-1' };
const seattle: CallerLocation = {
  source: 'deviceAddress',
  observedAt: now,
  countryCode: 'us',
  stateOrRegion: 'wa',
  postalCode: '98 109-1234',
};
const caller: Caller = {
  entry: 'alexa-skill-call',
  reasonId: 'billing',
  locale: 'en-US',
  phoneNumber: '+12065550123' as E164,
  location: seattle,
  attributes: { tier: 'gold', balance: '120.50', note: 'about 7' },
};
const attribute = (name: string, test: Extract<Condition, { kind: 'attribute' }>['test']): Condition => ({
  kind: 'attribute',
  name,
  test,
});

describe('a condition', () => {
  it.each<{ case: string; fits: Condition[]; fails: Condition[]; unknown: Partial<Record<keyof Caller, undefined>> }>([
    {
      case: 'the reason',
      fits: [{ kind: 'reason', anyOf: ['lost-card', 'billing'] }],
      fails: [{ kind: 'reason', anyOf: ['lost-card'] }],
      unknown: { reasonId: undefined },
    },
    {
      case: 'the locale or its language',
      fits: [
        { kind: 'locale', anyOf: ['es', 'en-US'] },
        { kind: 'locale', anyOf: ['en'] },
      ],
      fails: [
        { kind: 'locale', anyOf: ['es-US', 'en-GB'] },
        { kind: 'locale', anyOf: ['e'] },
      ],
      unknown: { locale: undefined },
    },
    {
      case: 'the country',
      fits: [{ kind: 'country', anyOf: ['CA', 'US'] }],
      fails: [{ kind: 'country', anyOf: ['CA'] }],
      unknown: { location: undefined },
    },
    {
      case: 'the state',
      fits: [{ kind: 'state', anyOf: ['OR', 'WA'] }],
      fails: [{ kind: 'state', anyOf: ['OR', 'W'] }],
      unknown: { location: undefined },
    },
    {
      case: 'how the postal code begins',
      fits: [{ kind: 'postalPrefix', anyOf: ['97', '9810'] }],
      fails: [{ kind: 'postalPrefix', anyOf: ['982', '8109'] }],
      unknown: { location: undefined },
    },
    {
      case: "how the caller's number begins",
      fits: [{ kind: 'callerPrefix', anyOf: ['+1425', '+1206'] }],
      fails: [{ kind: 'callerPrefix', anyOf: ['+1425', '206'] }],
      unknown: { phoneNumber: undefined },
    },
  ])('asks for $case, which has to be known', ({ fits, fails, unknown }) => {
    for (const condition of fits) {
      expect(holds(condition, 'rule', caller, moment)).toBe(true);
      expect(holds(condition, 'rule', { ...caller, ...unknown } as Caller, moment)).toBe(false);
    }
    for (const condition of fails) expect(holds(condition, 'rule', caller, moment)).toBe(false);
  });

  it('asks for the way in', () => {
    expect(holds({ kind: 'entry', anyOf: ['phone', 'alexa-skill-call'] }, 'rule', caller, moment)).toBe(true);
    expect(holds({ kind: 'entry', anyOf: ['phone'] }, 'rule', caller, moment)).toBe(false);
  });

  it.each<{ case: string; condition: Condition; is: boolean }>([
    { case: 'one of its values', condition: attribute('tier', { kind: 'in', anyOf: ['silver', 'gold'] }), is: true },
    { case: 'another value', condition: attribute('tier', { kind: 'in', anyOf: ['silver'] }), is: false },
    { case: 'how it begins', condition: attribute('tier', { kind: 'prefix', anyOf: ['s', 'go'] }), is: true },
    { case: 'how it does not begin', condition: attribute('tier', { kind: 'prefix', anyOf: ['old'] }), is: false },
    { case: 'the beginning of a range', condition: attribute('balance', { kind: 'range', from: 120.5 }), is: true },
    { case: 'the end of a range', condition: attribute('balance', { kind: 'range', below: 120.5 }), is: false },
    {
      case: 'the inside of a range',
      condition: attribute('balance', { kind: 'range', from: 0, below: 121 }),
      is: true,
    },
    { case: 'a range, of words', condition: attribute('note', { kind: 'range', from: 0 }), is: false },
    { case: 'being there', condition: attribute('tier', { kind: 'exists', is: true }), is: true },
    { case: 'being absent', condition: attribute('tier', { kind: 'exists', is: false }), is: false },
    { case: 'being absent, and is', condition: attribute('plan', { kind: 'exists', is: false }), is: true },
    { case: 'a value, and is absent', condition: attribute('plan', { kind: 'in', anyOf: ['gold'] }), is: false },
    { case: 'a range, and is absent', condition: attribute('plan', { kind: 'range', from: -1 }), is: false },
    { case: 'what every object has', condition: attribute('constructor', { kind: 'exists', is: true }), is: false },
  ])('asks an attribute for $case', ({ condition, is }) => {
    expect(holds(condition, 'rule', caller, moment)).toBe(is);
  });

  it.each([
    { at: 1_999_999, is: 'open' },
    { at: 2_000_000, is: 'closed' },
  ] as const)('asks whether a schedule is $is', ({ at, is }) => {
    const other = is === 'open' ? 'closed' : 'open';

    expect(holds({ kind: 'schedule', id: 'office', is }, 'rule', caller, { ...moment, now: epochMs(at) })).toBe(true);
    expect(holds({ kind: 'schedule', id: 'office', is: other }, 'rule', caller, { ...moment, now: epochMs(at) })).toBe(
      false,
    );
  });

  it('takes a schedule that does not exist for neither open nor closed', () => {
    expect(holds({ kind: 'schedule', id: 'nowhere', is: 'open' }, 'rule', caller, moment)).toBe(false);
    expect(holds({ kind: 'schedule', id: 'nowhere', is: 'closed' }, 'rule', caller, moment)).toBe(false);
  });

  it('takes its share of callers, other ones for another rule', () => {
    const taken = (ruleId: string): string[] =>
      Array.from({ length: 2000 }, (_, index) => `call-${index}`).filter((seed) =>
        holds({ kind: 'share', percent: 20 }, ruleId, caller, { ...moment, seed }),
      );

    const [one, other] = [new Set(taken('one')), taken('other')];

    expect(one.size / 2000).toBeCloseTo(0.2, 1);
    expect(other.filter((seed) => one.has(seed)).length / other.length).toBeCloseTo(0.2, 1);
  });
});
