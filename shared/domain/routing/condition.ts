import { assertNever } from '../assert-never.ts';
import type { Ingress } from '../call-context.ts';
import type { EpochMs } from '../time.ts';
import { attributePasses, type AttributeTest } from './attribute-test.ts';
import type { Caller } from './caller.ts';
import { isOpen, type Schedule } from './schedule.ts';
import { stableFraction } from './stable-fraction.ts';

/** One thing that must hold for a rule to fit. Countries, states and postal codes are in capitals. */
export type Condition =
  | { readonly kind: 'reason'; readonly anyOf: readonly string[] }
  | { readonly kind: 'entry'; readonly anyOf: readonly Ingress[] }
  /** "en-US", or a language alone: "en" is every English. */
  | { readonly kind: 'locale'; readonly anyOf: readonly string[] }
  /** ISO 3166-1 alpha-2. */
  | { readonly kind: 'country'; readonly anyOf: readonly string[] }
  | { readonly kind: 'state'; readonly anyOf: readonly string[] }
  | { readonly kind: 'postalPrefix'; readonly anyOf: readonly string[] }
  /** First characters of the caller's number in E.164: "+1206". */
  | { readonly kind: 'callerPrefix'; readonly anyOf: readonly string[] }
  | { readonly kind: 'attribute'; readonly name: string; readonly test: AttributeTest }
  | { readonly kind: 'schedule'; readonly id: string; readonly is: 'open' | 'closed' }
  /** That share of callers, chosen by a stable hash of seed and rule: above 0 and below 100. */
  | { readonly kind: 'share'; readonly percent: number };

export interface Moment {
  readonly now: EpochMs;
  readonly schedules: ReadonlyMap<string, Schedule>;
  /** Keeps a caller's luck the same for the whole call: the context id, else the transaction id. */
  readonly seed: string;
}

/** Whether the condition of that rule holds for this caller at this moment. What is not known does not hold. */
export function holds(condition: Condition, ruleId: string, caller: Caller, moment: Moment): boolean {
  switch (condition.kind) {
    case 'reason':
      return includes(condition.anyOf, caller.reasonId);
    case 'entry':
      return condition.anyOf.includes(caller.entry);
    case 'locale':
      return localeFits(condition.anyOf, caller.locale);
    case 'country':
      return includes(condition.anyOf, caller.location?.countryCode?.toUpperCase());
    case 'state':
      return includes(condition.anyOf, caller.location?.stateOrRegion?.toUpperCase());
    case 'postalPrefix':
      return begins(condition.anyOf, plainPostalCode(caller.location?.postalCode));
    case 'callerPrefix':
      return begins(condition.anyOf, caller.phoneNumber);
    case 'attribute':
      return attributePasses(condition.test, attributeOf(caller, condition.name));
    case 'schedule': {
      const schedule = moment.schedules.get(condition.id);
      return schedule !== undefined && isOpen(schedule, moment.now) === (condition.is === 'open');
    }
    case 'share':
      return stableFraction(moment.seed, ruleId) * 100 < condition.percent;
    default:
      return assertNever(condition);
  }
}

/** The caller's attribute of that name; nothing that every object has, such as "constructor". */
export function attributeOf({ attributes }: Pick<Caller, 'attributes'>, name: string): string | undefined {
  return Object.hasOwn(attributes, name) ? attributes[name] : undefined;
}

/** "K1A 0B1" and "k1a0b1" are one code: capitals, and nothing between them. */
export function plainPostalCode(postalCode: string | undefined): string | undefined {
  return postalCode?.replaceAll(/[\s-]/g, '').toUpperCase();
}

function includes(allowed: readonly string[], value: string | undefined): boolean {
  return value !== undefined && allowed.includes(value);
}

function begins(prefixes: readonly string[], value: string | undefined): boolean {
  return value !== undefined && prefixes.some((prefix) => value.startsWith(prefix));
}

/** Whether the locale is one of those, or of a language that is. What is not known is none. */
export function localeFits(allowed: readonly string[], locale: string | undefined): boolean {
  return locale !== undefined && allowed.some((each) => each === locale || locale.startsWith(`${each}-`));
}
