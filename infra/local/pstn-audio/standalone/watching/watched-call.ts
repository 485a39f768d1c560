import type { ParticipantTag } from '../../../../../shared/contracts/sma-event.ts';
import type { FunctionLogLine } from '../../../functions/functions-host.ts';
import type { ActionTrace, InvocationTrace, KeyTrace, LegTrace, NoteTrace } from '../../service/trace.ts';
import type { SipTrace } from '../../sip/user-agent.ts';
import type { SipSummary } from './sip-summary.ts';

/** One call as those who watch know it. */
export interface WatchedCall {
  /** Short, to tell parallel calls apart: A1, A2 … A99, B1 … */
  readonly tag: string;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  /** Undefined before its function is told of it, and for calls that have none. */
  readonly transactionId: string | undefined;
}

/** Something that happened in a call. What it holds is personal. */
export type CallNews = { readonly at: number } & (
  | {
      readonly kind: 'sip';
      /** Undefined for what belongs to no call, such as OPTIONS. */
      readonly call: WatchedCall | undefined;
      readonly leg: ParticipantTag | undefined;
      readonly trace: SipTrace;
      readonly summary: SipSummary;
    }
  | { readonly kind: 'leg'; readonly call: WatchedCall; readonly trace: LegTrace }
  | { readonly kind: 'invocation'; readonly call: WatchedCall; readonly trace: InvocationTrace }
  | { readonly kind: 'action'; readonly call: WatchedCall; readonly trace: ActionTrace }
  | { readonly kind: 'key'; readonly call: WatchedCall; readonly trace: KeyTrace }
  /** Undefined: a line from outside of any invocation. */
  | { readonly kind: 'log'; readonly call: WatchedCall | undefined; readonly line: FunctionLogLine }
  | { readonly kind: 'note'; readonly call: WatchedCall; readonly trace: NoteTrace }
  | { readonly kind: 'ended'; readonly call: WatchedCall }
);

/** One of those who watch. */
export type CallWatcher = (news: CallNews) => void;
