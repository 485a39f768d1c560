import type { ParticipantTag } from '../../../../shared/contracts/sma-event.ts';
import type { SipTrace } from '../sip/user-agent.ts';
import type { ActionResult } from './action-result.ts';
import type { FunctionError } from './invocation/invoke-with-retry.ts';
import type { Leg } from './legs/leg.ts';

/** One invocation of a function as it went: what a ladder, a demo or a test wants to know. */
export interface InvocationTrace {
  readonly transactionId: string;
  readonly functionArn: string;
  readonly event: object;
  readonly sequence: number;
  readonly invocationEventType: string;
  /** The function's answer as it came; undefined when there was none. */
  readonly response: unknown;
  /** Types of the actions that were taken from it. */
  readonly actions: readonly string[];
  /** How many more there were that the event does not allow; absent when there were none. */
  readonly ignoredActions?: number;
  readonly milliseconds: number;
  /** 2 when the event was delivered again. */
  readonly deliveries: number;
  /** Why there was no answer. */
  readonly failure?: string;
  /** What deliveries failed with in the function itself, or at Lambda, first to last: one may fail and the next be answered. */
  readonly errors: readonly FunctionError[];
  /** What was wrong with the answer, as INVALID_LAMBDA_RESPONSE tells it. */
  readonly invalid?: { readonly errorType: string; readonly errorMessage: string };
}

export interface ActionTrace {
  readonly transactionId: string;
  readonly actionType: string;
  /** The leg it is for; absent when there is none. */
  readonly tag?: ParticipantTag;
  /** As they came with the request; absent when there were none. */
  readonly parameters?: Readonly<Record<string, unknown>>;
  /** Absent when the action begins. */
  readonly result?: ActionResult;
  /** What ended it before its time: a new list, or a leg that went away. Absent when nothing did. */
  readonly cutOff?: 'interrupted' | 'abandoned';
  /** From its beginning; absent when the action begins. */
  readonly milliseconds?: number;
}

/** An INVITE of this service has gone out for a leg to be: told right after `onSip` has shown that INVITE. */
export interface InviteTrace {
  readonly transactionId: string;
  readonly tag: ParticipantTag;
  readonly sipCallId: string;
}

/** A leg has come to a call. Its SIP messages carry this Call-ID; a meeting has none. */
export interface LegTrace {
  /** A call that a Voice Connector passes on has an id of its own, which no function sees. */
  readonly transactionId: string;
  readonly callId: string;
  readonly tag: ParticipantTag;
  readonly direction: 'Inbound' | 'Outbound';
  readonly sipCallId: string | undefined;
}

/** A call is over: its last HANGUP has been told. */
export interface CallTrace {
  readonly transactionId: string;
}

/** Somebody has pressed a key: 0-9, *, #, A-D. */
export interface KeyTrace {
  readonly transactionId: string;
  readonly tag: ParticipantTag;
  readonly key: string;
}

/** What a developer should know of a call, and no event tells: a recording that was lost, a route that was passed over. */
export interface NoteTrace {
  readonly transactionId: string;
  readonly note: string;
}

/** One RTP packet as it was on the wire. */
export interface RtpTrace {
  readonly direction: 'in' | 'out';
  readonly local: { readonly host: string; readonly port: number };
  readonly remote: { readonly host: string; readonly port: number };
  readonly bytes: Uint8Array;
}

/** What the service tells those who watch. What it tells is personal: it is for a developer's own screen and files. */
export interface PstnAudioObserver {
  onSip?(trace: SipTrace): void;
  onRtp?(trace: RtpTrace): void;
  onInvite?(trace: InviteTrace): void;
  onLeg?(trace: LegTrace): void;
  onInvocation?(trace: InvocationTrace): void;
  onAction?(trace: ActionTrace): void;
  onKey?(trace: KeyTrace): void;
  onNote?(trace: NoteTrace): void;
  onCallEnded?(trace: CallTrace): void;
}

/** Watchers are told of a leg. */
export function announceLeg(transactionId: string, leg: Leg, observer: PstnAudioObserver): void {
  const { callId, tag, direction } = leg.description;
  observer.onLeg?.({ transactionId, callId, tag, direction, sipCallId: leg.sipCallId });
}
