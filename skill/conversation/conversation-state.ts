import type { CallContextId } from '../../shared/domain/call-context-id.ts';

/** What callers call their accounts; the interaction models have the same ids. */
export const accountKinds = ['checking', 'savings', 'credit-card', 'loan'] as const;
export type AccountKind = (typeof accountKinds)[number];

/** Why somebody wants to call. */
export interface DraftReason {
  /** Of the routing table's catalogue, or "other". */
  readonly id: string;
  /** As the catalogue calls it in the caller's language: "a lost or stolen card". Absent where it is not in there. */
  readonly name?: string;
  /** As the caller said it. */
  readonly words?: string;
}

/** The call to be, as far as it has been told. */
export interface CallDraft {
  /** `callBack`: somebody is to ring the caller. */
  readonly way: 'call' | 'callBack';
  readonly reason?: DraftReason;
  /** Digits only. */
  readonly accountId?: string;
  readonly accountKind?: AccountKind;
  /** The caller has no number at hand, or was asked often enough. */
  readonly withoutAccount?: true;
  readonly postalCode?: string;
  /** The caller does not say where they are, or was asked often enough. */
  readonly withoutPlace?: true;
}

/** What the caller was asked last. */
export const questions = [
  'beginning',
  'reason',
  'account',
  'accountAgain',
  'postalCode',
  'postalCodeAgain',
  'confirmation',
  'otherWay',
  'fromHere',
  'again',
  'prepareAgain',
  'anythingElse',
] as const;
export type QuestionAsked = (typeof questions)[number];

/** What the customer can be asked to allow by voice. */
export const consents = ['mobileNumber', 'geolocation', 'address'] as const;
export type Consent = (typeof consents)[number];

/** Where a conversation stands. It travels as session attributes, and ends with the session. */
export interface ConversationState {
  readonly draft: CallDraft;
  readonly asked?: QuestionAsked;
  /** How often in a row nothing was understood. */
  readonly misses: number;
  /** Written down, and waiting for a yes. */
  readonly contextId?: CallContextId;
  /** The last two digits of the number that it says, of the caller's phone and of an account that the caller has linked. */
  readonly phoneEnding?: string;
  readonly accountEnding?: string;
  /** The caller's number has been rung too often lately: no callback is offered. */
  readonly rungEnough?: true;
  /** What the customer was asked to allow in this session: once, whatever came of it. */
  readonly consentsAsked: readonly Consent[];
}
