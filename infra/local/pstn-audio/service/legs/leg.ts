import type { Participant, ParticipantTag } from '../../../../../shared/contracts/sma-event.ts';
import type { Behavior } from '../../config/behavior.ts';
import type { RtpEndpoint } from '../../media/rtp-endpoint.ts';

/** What CallDetails says of a leg. */
export interface LegDescription {
  readonly callId: string;
  readonly tag: ParticipantTag;
  readonly to: string;
  readonly from: string;
  readonly direction: Participant['Direction'];
  readonly startedAt: number;
  readonly sipHeaders?: Readonly<Record<string, string>>;
}

/** One side of a call: the caller, whoever was called, or a meeting. */
export interface Leg {
  readonly description: LegDescription;
  /** False from the moment the leg ends, whoever ended it. */
  readonly connected: boolean;
  /** Where its audio comes and goes; absent for a meeting, which has audio of its own. */
  readonly audio: RtpEndpoint | undefined;
  /** True until either side has answered, or the leg has ended; absent: somebody has. */
  readonly unanswered?: boolean;
  /** The Call-ID of its SIP messages; absent for a meeting. */
  readonly sipCallId?: string | undefined;
  /**
   * Resolves once when the leg ends, with the code that HANGUP shows: 0 after a normal end, a final response where nobody had
   * answered, and what a Hangup asked for where there was one (as was seen of AWS, for 0).
   */
  readonly ended: Promise<number>;
  /** Ends the leg. Does nothing to one that has ended. */
  hangUp(sipResponseCode: number): void;
}

/** LEG-A: the caller, or whoever an outbound call was placed to. What does not fit its state does nothing. */
export interface FirstLeg extends Leg {
  readonly audio: RtpEndpoint;
  /** Hops that its INVITE may still make, as it said when it came (RFC 7332: a back-to-back user agent passes on one less). */
  readonly maxForwards: number;
  /** 180 to a caller who waits. */
  ring(): void;
  /** 183 to a caller who waits: what is played is heard before anyone has answered. */
  earlyMedia(): void;
  /** 200 to a caller who waits. */
  answer(): void;
}

/** LEG-A of a call that was placed: whoever is called. */
export interface CalledLeg extends FirstLeg {
  /** Told once of the first sign of ringing, and once of the answer. */
  onProgress: ((progress: 'ringing' | 'answered') => void) | undefined;
  /** Calls the far end. Does nothing when the leg has been given up before. */
  dial(): void;
}

/** Whether a leg is a meeting rather than somebody on a telephone. */
export function isMeeting({ audio }: Leg): boolean {
  return audio === undefined;
}

/**
 * LEG-A, then LEG-B: legs that have ended stay for as long as the call lasts. Of several with one tag, which a call has that is
 * bridged anew, the latest comes first, for functions take the first that they find. No log shows such a call: it is our choice.
 */
export function inOrder(legs: readonly Leg[], order: Behavior['ParticipantOrder']): readonly Leg[] {
  const first = order === 'LegAFirst' ? 'LEG-A' : 'LEG-B';
  const latest = legs.toReversed();
  return [
    ...latest.filter(({ description: { tag } }) => tag === first),
    ...latest.filter(({ description: { tag } }) => tag !== first),
  ];
}

/** The leg as it stands in an event; Status is left out in the first one, as real calls show. */
export function participant(leg: Leg, withStatus: boolean): Participant {
  const { callId, tag, to, from, direction, startedAt, sipHeaders } = leg.description;
  return {
    CallId: callId,
    ParticipantTag: tag,
    To: to,
    From: from,
    Direction: direction,
    StartTimeInMilliseconds: String(startedAt),
    ...(withStatus ? { Status: leg.connected ? ('Connected' as const) : ('Disconnected' as const) } : {}),
    ...(sipHeaders === undefined ? {} : { SipHeaders: { ...sipHeaders } }),
  };
}
