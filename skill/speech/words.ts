import type { E164 } from '../../shared/domain/phone-number.ts';
import type { CallIngress, CallStartResult } from '../../shared/ports/call-starter.ts';
import type { AccountKind, DraftReason } from '../conversation/conversation-state.ts';
import type { Asked } from '../gathering/asking.ts';
import type { Ssml } from './ssml.ts';

/** Something said, and said again in other words when no answer comes. */
export interface Question {
  readonly speech: Ssml;
  readonly reprompt: Ssml;
}

/** What is shown in the Alexa app: plain text. */
export interface CardText {
  readonly title: string;
  readonly content: string;
}

export interface AnnouncedCall {
  readonly reason: DraftReason;
  /** The last two digits of the account number, spoken one by one; absent where they would give it away. */
  readonly accountEnding?: string;
  readonly accountKind?: AccountKind;
}

/** What the words name. */
export interface SpokenNames {
  /** "Example Bank" */
  readonly business: string;
  /** Whom a caller can dial by hand: the SIP media application's number, spoken digit by digit. */
  readonly phoneNumber: E164;
}

/** All that the skill says, in one language. A locale that lacks a key does not compile. */
export interface Words {
  /** Asks what the call is about. */
  readonly welcome: Question;
  /** What the skill can do, with examples, and that it cannot reach emergency services. */
  readonly help: Question;
  /** Nothing was understood, for the first time: what can be said, with one example. */
  readonly notUnderstood: Question;
  /** For the second time: in other words, with the two likeliest things to say. */
  readonly notUnderstoodAgain: Question;
  /** For the third time: the session ends, and the number to dial by hand is given. */
  readonly giveUp: Ssml;
  readonly goodbye: Ssml;
  readonly askReason: Question;
  /** The account number, digit by digit; or that there is none at hand. */
  readonly askAccount: Question;
  /** What was heard cannot be an account number. */
  readonly askAccountAgain: Question;
  /** A ZIP or postal code, to find the nearest branch. */
  readonly askPostalCode: Question;
  readonly askPostalCodeAgain: Question;
  /** Whom the skill is going to call, about what; and whether it shall. */
  confirmCall(call: AnnouncedCall): Question;
  /** The same for a call to the caller's own phone, by the last two digits of its number. */
  confirmCallBack(call: AnnouncedCall, lastDigits: string): Question;
  /** The caller said no: nothing was placed; what can be changed, or stop. */
  readonly notCalling: Question;
  /** Said before the device places the call: who is called, and about what. */
  calling(call: AnnouncedCall): Ssml;
  /** The caller's phone is about to ring, and what to do then: press 1. */
  callingBack(call: AnnouncedCall, lastDigits: string): Ssml;
  /** The same on the screen of the Alexa app; nothing of the account's number. */
  card(call: AnnouncedCall, ingress: CallIngress): CardText;
  /** The request came from where no call can be placed. */
  readonly noDevice: Ssml;
  /** Why there is no number to call from, and what to do; the number to dial by hand is a way forward always. */
  readonly numberMissing: Readonly<Record<Exclude<Asked<unknown>['kind'], 'given'>, Ssml>>;
  /** Why the caller's phone is not rung, and what to do; without a question. */
  readonly numberNotRung: Readonly<Record<'notAmongPrefixes' | 'tooOften', Ssml>>;
  /** Why the call did not start, and what to do; without a question. */
  readonly callNotStarted: Readonly<Record<Exclude<CallStartResult['kind'], 'started'>, Ssml>>;
  /** Follows one of these: shall the caller's own phone be rung instead? */
  readonly offerCallBack: Question;
  /** Follows why the caller's phone is not rung: shall it be called from the device? */
  readonly offerFromHere: Question;
  /** Follows one of these: shall it be tried again? */
  readonly offerAgain: Question;
  /** Nobody can be asked to call back here; shall it be called from the device? */
  readonly callBackUnavailable: Question;
  /** The call context could not be written: nobody has been called; shall it be tried again? */
  readonly cannotPrepareCall: Question;
  /** Said while the rest takes its time. */
  readonly oneMoment: Ssml;
  /** A bug, or a step that took too long. */
  readonly somethingWentWrong: Ssml;
}
