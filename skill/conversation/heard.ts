import type { Prepared } from '../calling/prepare-call.ts';
import type { Started } from '../calling/start-call.ts';
import type { AccountKind, CallDraft, Consent, DraftReason } from './conversation-state.ts';

/** What was said of the call to be, in one go. */
export interface SaidOfCall {
  readonly reason?: DraftReason;
  /** Digits only; empty when what was said is no number. */
  readonly accountNumber?: string;
  readonly accountKind?: AccountKind;
  /** As it was heard. */
  readonly postalCode?: string;
}

/** What the conversation goes on with: something that Alexa heard, or what became of what a step asked for. */
export type Heard =
  /** The skill was opened without a word of what for. */
  | { readonly kind: 'launch' }
  /** `decision`: what the caller said to the question whether the call is to be placed. */
  | {
      readonly kind: 'call';
      readonly way: CallDraft['way'];
      readonly said: SaidOfCall;
      readonly decision?: 'yes' | 'no';
    }
  /** "I don't know", "skip that". */
  | { readonly kind: 'skip' }
  | { readonly kind: 'yes' | 'no' | 'repeat' | 'help' | 'stop' | 'notUnderstood' }
  /** What the customer said to Alexa's own question. */
  | { readonly kind: 'consent'; readonly consent: Consent; readonly isGiven: boolean }
  | { readonly kind: 'prepared'; readonly prepared: Prepared }
  /** The store could not be written to, or nothing was ready in time: nobody has been called. */
  | { readonly kind: 'notPrepared' }
  | { readonly kind: 'started'; readonly started: Started };
