import { ChimeSDKMeetingsClient, CreateAttendeeCommand } from '@aws-sdk/client-chime-sdk-meetings';
import {
  adviserInvitationSchema,
  adviserWantedEvent,
  type AdviserInvitationDetail,
} from '../../../shared/contracts/adviser-invitation.ts';
import type { Timer, Timers } from '../../../shared/ports/timers.ts';
import type { LocalEventBus } from '../event-bus/event-bus.ts';
import type { LocalMeetings } from '../meetings/meetings.ts';
import { ToneEar } from '../phone/tone-ear.ts';
import { toneSource } from '../pstn-audio/media/tone.ts';
import type { AgentsPhone, AgentsPhones, Talk } from './agents-phones.ts';
import type { ConsoleClient } from './console-client.ts';
import { contextSeenBy } from './context-seen.ts';
import type { ContextSeen, OnConversation } from './conversation.ts';
import { OpenInvitations } from './open-invitations.ts';

export interface AdvisersOptions {
  readonly eventBus: LocalEventBus;
  /** The bus on which they are invited. */
  readonly bus: string;
  readonly meetings: LocalMeetings;
  readonly region: string;
  readonly voiceHz: number;
  /** Where they read who waits. */
  readonly console: ConsoleClient;
  /** Has the call told that an adviser is there, or is not any more. Never rejects. */
  readonly tellCall: (transactionId: string, command: 'adviserJoined' | 'adviserLeft') => Promise<unknown>;
  /** Where an adviser is asked to come who decides in the console. */
  readonly agentsPhones: AgentsPhones;
  readonly onConversation: OnConversation;
  readonly timers: Timers;
}

/** What an adviser does with an invitation. */
export type AdviserBehaviour =
  /** `afterMs`: after so long; default at once. `tells`: lets the call know by the console, or is simply there (the default). */
  | { readonly kind: 'comes'; readonly afterMs?: number; readonly tells?: boolean }
  | { readonly kind: 'neverComes' }
  /** Rings on the agent's desk, who decides. */
  | { readonly kind: 'ask' };

/** What came of an agent's wish to join a call's meeting. */
export type JoinByHand =
  | { readonly kind: 'joined'; readonly phone: AgentsPhone }
  /** Nobody has been invited to a meeting of that call, or it is over. */
  | { readonly kind: 'noMeeting' };

const requestTimeoutMs = 2000;

/** Advisers, who are invited by an event, and take a place of their own in the meeting: the call hears of them by the meeting's events. */
export class Advisers {
  readonly #options: AdvisersOptions;
  readonly #client: ChimeSDKMeetingsClient;
  readonly #onTheirWay = new Set<Timer>();
  readonly #invitations: OpenInvitations;
  readonly #stopListening: () => void;
  #behaviour: AdviserBehaviour = { kind: 'comes' };

  constructor(options: AdvisersOptions) {
    const { eventBus, bus, meetings, region } = options;
    this.#options = options;
    this.#client = new ChimeSDKMeetingsClient({
      region,
      endpoint: meetings.endpoint,
      credentials: { accessKeyId: 'local', secretAccessKey: 'local' },
      // Without throwOnRequestTimeout the SDK only warns, and waits on.
      requestHandler: { requestTimeout: requestTimeoutMs, throwOnRequestTimeout: true },
    });
    this.#invitations = new OpenInvitations(meetings);
    const rule = { bus, source: [adviserWantedEvent.source], 'detail-type': [adviserWantedEvent.detailType] };
    this.#stopListening = eventBus.rule(rule, ({ detail }) => this.#take(adviserInvitationSchema.parse(detail)));
  }

  get behaviour(): AdviserBehaviour {
    return this.#behaviour;
  }

  /** From the next invitation on. */
  behave(behaviour: AdviserBehaviour): void {
    this.#behaviour = behaviour;
  }

  /** An agent takes a place in the meeting that a call waits or talks in, and talks there by a telephone, whatever other advisers do. */
  async joinByHand(transactionId: string): Promise<JoinByHand> {
    const { agentsPhones } = this.#options;
    const open = this.#invitations.of(transactionId);
    if (open === undefined) return { kind: 'noMeeting' };
    const talk = await this.#join(open.invitation, { contextSeen: null, tells: false });
    if (talk === undefined) return { kind: 'noMeeting' };
    // Who has come by hand need not be rung.
    open.settle();
    return { kind: 'joined', phone: agentsPhones.talk(about(open.invitation), talk) };
  }

  /** Nobody comes any more. Whoever is in a meeting stays until it ends. */
  async close(): Promise<void> {
    this.#stopListening();
    this.#invitations.close();
    for (const timer of this.#onTheirWay) timer.cancel();
    this.#onTheirWay.clear();
    this.#client.destroy();
  }

  #take(invitation: AdviserInvitationDetail): void {
    const open = this.#invitations.add(invitation);
    const behaviour = this.#behaviour;
    switch (behaviour.kind) {
      case 'neverComes':
        return;
      case 'ask':
        this.#options.agentsPhones.ring({
          ...about(invitation),
          answer: () => this.#join(invitation, { contextSeen: null, tells: false }),
          decline: () => undefined,
          ended: open.settled,
        });
        return;
      case 'comes':
        return this.#come(invitation, behaviour);
      default:
        return behaviour satisfies never;
    }
  }

  #come(
    invitation: AdviserInvitationDetail,
    { afterMs = 0, tells = false }: Extract<AdviserBehaviour, { kind: 'comes' }>,
  ): void {
    const { timers, console } = this.#options;
    const timer = timers.after(afterMs, () => {
      this.#onTheirWay.delete(timer);
      void this.#join(invitation, { contextSeen: contextSeenBy(console, invitation.contextId), tells });
    });
    this.#onTheirWay.add(timer);
  }

  /** Undefined when the meeting is over before the adviser gets there. */
  async #join(
    { meetingId, destinationId, transactionId }: AdviserInvitationDetail,
    adviser: { readonly contextSeen: Promise<ContextSeen | null> | null; readonly tells: boolean },
  ): Promise<Talk | undefined> {
    const { meetings, voiceHz, onConversation, tellCall } = this.#options;
    const { tells } = adviser;
    const [contextSeen, joinToken] = await Promise.all([adviser.contextSeen, this.#placeIn(meetingId)]);
    const ear = new ToneEar();
    const outcome =
      joinToken === undefined
        ? undefined
        : meetings.rooms.join(joinToken, { voice: toneSource({ frequencyHz: voiceHz }), ear }, { meetingId });
    if (outcome?.kind !== 'joined') return undefined;
    const { seat } = outcome;
    const hangUp = (): void => {
      seat.leave();
      if (tells) void tellCall(transactionId, 'adviserLeft');
    };
    onConversation({
      destination: { kind: 'meeting', id: destinationId, callee: meetingId },
      contextSeen,
      voiceHz,
      hears: (frequencyHz) => ear.hears(frequencyHz, seat.left),
      // Frames are handed over in this process: no packets, so none are lost.
      packetsLost: 0,
      hangUp,
    });
    if (tells) await tellCall(transactionId, 'adviserJoined');
    return { hangUp, ended: seat.left };
  }

  async #placeIn(meetingId: string): Promise<string | undefined> {
    try {
      const { Attendee } = await this.#client.send(
        new CreateAttendeeCommand({ MeetingId: meetingId, ExternalUserId: 'adviser-on-duty' }),
      );
      return Attendee?.JoinToken;
    } catch {
      return undefined;
    }
  }
}

function about({ destinationId, contextId }: AdviserInvitationDetail): Pick<AgentsPhone, 'destination' | 'contextId'> {
  return { destination: `meeting:${destinationId}`, ...(contextId === undefined ? {} : { contextId }) };
}
