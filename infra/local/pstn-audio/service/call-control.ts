import type { ParticipantTag } from '../../../../shared/contracts/sma-event.ts';
import type { Clock } from '../../../../shared/ports/clock.ts';
import type { Ids } from '../../../../shared/ports/ids.ts';
import type { Timers } from '../../../../shared/ports/timers.ts';
import type { Behavior } from '../config/behavior.ts';
import type { ManagedObjects } from '../objects/managed-objects.ts';
import type { RtpEndpoint } from '../media/rtp-endpoint.ts';
import type { SpeechSynthesizer } from '../media/speech/speech-synthesizer.ts';
import type { SipUserAgent } from '../sip/user-agent.ts';
import type { Buckets } from '../storage/buckets.ts';
import type { ArmedDigits } from './armed-digits.ts';
import type { Bots } from './bots.ts';
import type { CallRecordings } from './call-recordings.ts';
import type { FirstLeg, Leg } from './legs/leg.ts';
import type { MeetingSeat } from './legs/meeting-leg.ts';
import type { RateLimit } from './rate-limit.ts';

/** The meetings that callers can join. */
export interface MeetingDoor {
  /** Takes a phone leg into a meeting; undefined when the token admits to none. */
  join(request: {
    readonly meetingId: string | undefined;
    readonly joinToken: string;
    readonly audio: RtpEndpoint;
  }): MeetingSeat | undefined;
  /** Mutes attendees, or lets them be heard again; returns those who are not in that meeting. */
  setMuted(meetingId: string, attendeeIds: readonly string[], muted: boolean): readonly string[];
}

/** What actions reach beyond the call they run on. */
export interface ServiceParts {
  readonly clock: Clock;
  readonly timers: Timers;
  readonly ids: Ids;
  readonly sip: SipUserAgent;
  readonly objects: ManagedObjects;
  readonly behavior: Behavior;
  readonly openAudio: () => Promise<RtpEndpoint>;
  readonly meetings: MeetingDoor;
  readonly speech: SpeechSynthesizer;
  readonly buckets: Buckets;
  readonly bots: Bots;
  /** Per account, over all calls. */
  readonly limits: { readonly voiceFocus: RateLimit; readonly speak: RateLimit };
}

/** What an action may do to the call that it runs on. */
export interface CallControl {
  readonly parts: ServiceParts;
  readonly transactionId: string;
  /** The Region of the application that has the call. */
  readonly awsRegion: string;
  /** LEG-A. */
  readonly caller: FirstLeg;
  readonly legs: readonly Leg[];
  /** The leg that the event told of which the list of actions answers; undefined when it told of none, or of a meeting. */
  readonly invokedLeg: Leg | undefined;
  readonly armedDigits: ArmedDigits;
  readonly callRecordings: CallRecordings;
  /** A leg joins the call: its end will be told by HANGUP. */
  addLeg(leg: Leg): void;
  /** An INVITE has gone out for a leg to be; watchers are told whose it is. */
  inviteSent(tag: ParticipantTag, sipCallId: string): void;
  /** Tells watchers what no event tells. */
  note(text: string): void;
  /** Lets two legs hear each other until either ends. */
  bridge(a: RtpEndpoint, b: RtpEndpoint): void;
  /** What ReceiveDigits was armed for has been pressed: DIGITS_RECEIVED, in its turn. */
  digitsReceived(parameters: Readonly<Record<string, unknown>>, digits: string): void;
}

/**
 * The leg that an action's parameters name: by CallId, else by ParticipantTag; without either the leg that the function was told of
 * if it is connected (the pages of the actions: the invoked leg), else LEG-A. Empty text counts as absent, as was seen of AWS. Of several with one tag, which a call has that is bridged anew, it is the one that lives, else the last.
 */
export function legOf(control: CallControl, parameters: Readonly<Record<string, unknown>>): Leg | undefined {
  const { CallId: callId, ParticipantTag: tag } = parameters;
  const named = (text: unknown): text is string => typeof text === 'string' && text !== '';
  if (named(callId)) return control.legs.find(({ description }) => description.callId === callId);
  if (!named(tag) && control.invokedLeg?.connected === true) return control.invokedLeg;
  const tagged = control.legs.filter(({ description }) => description.tag === (named(tag) ? tag : 'LEG-A'));
  return tagged.findLast(({ connected }) => connected) ?? tagged.at(-1);
}
