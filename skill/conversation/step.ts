import type { CallContextId } from '../../shared/domain/call-context-id.ts';
import type { CallIngress } from '../../shared/ports/call-starter.ts';
import type { Ssml } from '../speech/ssml.ts';
import type { CardText, Question, Words } from '../speech/words.ts';
import type { Consent, ConversationState } from './conversation-state.ts';

/** What the skill can do for this caller, on this device. */
export interface Ways {
  /** The device can call. */
  readonly call: boolean;
  /** The caller's own phone can be rung. */
  readonly callBack: boolean;
  /** The caller's account is known by another way than asking for its number. */
  readonly isAccountLinked: boolean;
  /** The device knows where it is, and may not say so. */
  readonly hidesItsPlace?: boolean;
  /** BCP 47: whose postal codes are meant. */
  readonly locale?: string | undefined;
}

/** Shown in the Alexa app: a text, or what the customer is asked to allow there. */
export type ShownCard =
  | { readonly kind: 'text'; readonly text: (words: Words) => CardText }
  | { readonly kind: 'consent'; readonly consent: Consent };

/** Contexts that were written, and are not wanted any more. */
interface Leftovers {
  readonly forget?: CallContextId;
}

export type Answer = Leftovers &
  (
    | {
        readonly kind: 'ask';
        /** With `asked`: what it is that is asked. */
        readonly state: ConversationState;
        /** Said before the question. */
        readonly before?: (words: Words) => Ssml;
        readonly question: (words: Words) => Question;
      }
    /** Alexa asks herself, and comes back with `consent`. */
    | { readonly kind: 'askConsent'; readonly state: ConversationState; readonly consent: Consent }
    | { readonly kind: 'close'; readonly say: (words: Words) => Ssml; readonly card?: ShownCard }
  );

/** What the conversation wants done; with what becomes of it the conversation goes on, until there is an answer. */
export type Step =
  | Answer
  /** Everything is gathered, and written down. Goes on with `prepared` or `notPrepared`. */
  | (Leftovers & { readonly kind: 'prepare'; readonly state: ConversationState })
  /** Goes on with `started`. `ingress`: that way and no other. */
  | (Leftovers & {
      readonly kind: 'start';
      readonly state: ConversationState;
      readonly contextId: CallContextId;
      readonly ingress?: CallIngress;
    });
