import { callerOfFile } from '../../../../shared/contracts/caller-file.ts';
import type { PlaceCallRequest } from '../../../../shared/contracts/local-cloud-api.ts';
import type { SpokenReason } from './spoken-reasons.ts';

type Caller = ReturnType<typeof callerOfFile>;
type Coordinates = NonNullable<NonNullable<Caller['location']>['coordinates']>;

/** How somebody calls who is to be such a caller. */
export type CallPlan =
  | {
      readonly kind: 'alexa';
      /** What they want, as they say it to Alexa. */
      readonly reason: string;
      readonly callerName?: string;
      readonly phoneNumber?: string;
      /** `nowhere`: Alexa does not know where the Echo stands. Absent: where it stands anyway. */
      readonly place?: NonNullable<Caller['location']> | 'nowhere';
      /** Where the device says that it is: one that moves. */
      readonly point?: Coordinates;
      /** Digits. */
      readonly accountNumber?: string;
      readonly notCarried: readonly string[];
    }
  | { readonly kind: 'phone'; readonly phoneNumber?: string; readonly notCarried: readonly string[] }
  | { readonly kind: 'refused'; readonly because: string };

export interface PlanContext {
  /** BCP 47: what Alexa speaks here. */
  readonly locale: string;
  readonly reasons: readonly SpokenReason[];
  /** Reasons for which the skill has to know where the caller is. */
  readonly reasonsWithPlace: readonly string[];
}

/** Which facts of a made-up caller a real call brings along, how, and which it cannot. */
export function planCall({ caller: file, words, callerName }: PlaceCallRequest, context: PlanContext): CallPlan {
  const caller = callerOfFile(file);
  if (caller.entry === 'alexa-skill-call' && caller.reasonId !== undefined) {
    const name = callerName ?? file.callerName;
    return planSkillCall(
      { ...caller, reasonId: caller.reasonId },
      {
        ...(words === undefined ? {} : { words }),
        ...(name === undefined ? {} : { callerName: name }),
        ...(file.accountId === undefined ? {} : { accountNumber: file.accountId }),
      },
      context,
    );
  }
  return {
    kind: 'phone',
    ...(caller.phoneNumber === undefined ? {} : { phoneNumber: caller.phoneNumber }),
    notCarried: [
      ...(caller.entry === 'phone'
        ? []
        : [`The way in: the local cloud does not place calls by ${caller.entry}, so this one comes in by telephone.`]),
      ...withheld(caller.reasonId ?? words, 'The reason: a telephone call does not tell one.'),
      ...withheld(caller.location, 'The place: a telephone call does not tell where it comes from.'),
      ...withheld(callerName ?? file.callerName, 'The name: a telephone call does not tell it.'),
      ...withheld(file.accountId, 'The account: a telephone call does not tell it.'),
      ...(caller.locale === undefined ? [] : ['The language: a telephone call does not tell it.']),
      ...attributes(caller),
    ],
  };
}

function planSkillCall(
  caller: Caller & { readonly reasonId: string },
  said: { readonly words?: string; readonly callerName?: string; readonly accountNumber?: string },
  { locale, reasons, reasonsWithPlace }: PlanContext,
): CallPlan {
  const reason = reasons.find(({ id }) => id === caller.reasonId);
  if (reason === undefined)
    return {
      kind: 'refused',
      because: `Alexa has no words for the reason “${caller.reasonId}” in ${locale}: they are in the skill's interaction model. Take another reason, or call by telephone.`,
    };
  const { words, callerName, accountNumber } = said;
  const areKnown = words !== undefined && reason.words.includes(words.trim().toLowerCase());
  const isAccount = accountNumber !== undefined && /^\d{4,20}$/u.test(accountNumber);
  const needsPlace = reasonsWithPlace.includes(reason.id);
  const { postalCode, coordinates, countryCode, stateOrRegion } = caller.location ?? {};
  // The skill takes either where a device is that moves, or the address of one that stays: a postal code tells the more.
  const point = postalCode === undefined ? coordinates : undefined;
  return {
    kind: 'alexa',
    reason: areKnown ? words.trim() : reason.name,
    ...(callerName === undefined ? {} : { callerName }),
    ...(caller.phoneNumber === undefined ? {} : { phoneNumber: caller.phoneNumber }),
    ...(caller.location !== undefined ? { place: caller.location } : needsPlace ? {} : { place: 'nowhere' as const }),
    ...(point === undefined ? {} : { point }),
    ...(isAccount ? { accountNumber } : {}),
    notCarried: [
      ...(words === undefined || areKnown
        ? []
        : [`The words: Alexa does not take them for “${reason.name}”, so that is what she is told.`]),
      ...(caller.locale === undefined || caller.locale === locale
        ? []
        : [`The language: Alexa speaks ${locale} here, not ${caller.locale}.`]),
      ...(caller.phoneNumber === undefined
        ? ["No telephone number was given: the call has that of the Echo's owner."]
        : []),
      ...(caller.location === undefined && needsPlace
        ? ['No place was given, and this reason needs one: the call comes from where the Echo stands.']
        : []),
      ...(postalCode !== undefined && coordinates !== undefined
        ? ['The coordinates: the call has those of the postal code.']
        : []),
      ...(point !== undefined && (countryCode ?? stateOrRegion) !== undefined
        ? ['Country and state: a device that moves tells its coordinates only.']
        : []),
      ...(accountNumber !== undefined && !isAccount ? ['The account: it is no number that can be said to Alexa.'] : []),
      ...attributes(caller),
    ],
  };
}

function attributes({ attributes: all }: Caller): string[] {
  const names = Object.keys(all);
  return names.length === 0
    ? []
    : [`The attributes ${names.join(', ')}: they are looked up, and not told by a caller.`];
}

function withheld(fact: unknown, words: string): string[] {
  return fact === undefined ? [] : [words];
}
