import type { Clock } from '../../../../shared/ports/clock.ts';
import type { Ids } from '../../../../shared/ports/ids.ts';
import type { Timers } from '../../../../shared/ports/timers.ts';
import type { ManagedObjects } from '../config/managed-objects.ts';
import type { RtpEndpoint } from '../media/rtp-endpoint.ts';
import type { SpeechSynthesizer } from '../media/speech/speech-synthesizer.ts';
import type { SipUserAgent } from '../sip/user-agent.ts';
import type { CallerLeg } from './legs/caller-leg.ts';
import type { Leg } from './legs/leg.ts';
import type { MeetingSeat } from './legs/meeting-leg.ts';

/** Takes a phone leg into a meeting; undefined when the token admits to none. */
export type JoinMeeting = (request: {
  readonly meetingId: string | undefined;
  readonly joinToken: string;
  readonly audio: RtpEndpoint;
}) => MeetingSeat | undefined;

/** What actions reach beyond the call they run on. */
export interface ServiceParts {
  readonly clock: Clock;
  readonly timers: Timers;
  readonly ids: Ids;
  readonly sip: SipUserAgent;
  readonly objects: ManagedObjects;
  readonly openAudio: () => Promise<RtpEndpoint>;
  readonly joinMeeting: JoinMeeting;
  readonly speech: SpeechSynthesizer;
}

/** What an action may do to the call that it runs on. */
export interface CallControl {
  readonly parts: ServiceParts;
  readonly caller: CallerLeg;
  readonly legs: readonly Leg[];
  /** A leg joins the call: its end will be told by HANGUP. */
  addLeg(leg: Leg): void;
  /** Lets two legs hear each other until either ends. */
  bridge(a: RtpEndpoint, b: RtpEndpoint): void;
}

/**
 * The leg that an action's parameters name: by CallId, else by ParticipantTag, else LEG-A. Empty text counts as
 * absent, as was seen of AWS.
 */
export function legOf(control: CallControl, parameters: Readonly<Record<string, unknown>>): Leg | undefined {
  const { CallId: callId, ParticipantTag: tag } = parameters;
  const named = (text: unknown): text is string => typeof text === 'string' && text !== '';
  if (named(callId)) return control.legs.find(({ description }) => description.callId === callId);
  return control.legs.find(({ description }) => description.tag === (named(tag) ? tag : 'LEG-A'));
}
