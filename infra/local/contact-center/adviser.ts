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
import type { ConsoleClient } from './console-client.ts';
import { contextSeenBy } from './context-seen.ts';
import type { OnConversation } from './conversation.ts';

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
  readonly onConversation: OnConversation;
  readonly timers: Timers;
}

/** What an adviser does with an invitation. */
export type AdviserBehaviour =
  /** `afterMs`: after so long; default at once. `tells`: lets the call know by the console, or is simply there (the default). */
  { readonly kind: 'comes'; readonly afterMs?: number; readonly tells?: boolean } | { readonly kind: 'neverComes' };

const requestTimeoutMs = 2000;

/** Advisers, who are invited by an event, and take a place of their own in the meeting: the call hears of them by the meeting's events. */
export class Advisers {
  readonly #options: AdvisersOptions;
  readonly #client: ChimeSDKMeetingsClient;
  readonly #onTheirWay = new Set<Timer>();
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
    const rule = { bus, source: [adviserWantedEvent.source], 'detail-type': [adviserWantedEvent.detailType] };
    this.#stopListening = eventBus.rule(rule, ({ detail }) => this.#take(adviserInvitationSchema.parse(detail)));
  }

  /** From the next invitation on. */
  behave(behaviour: AdviserBehaviour): void {
    this.#behaviour = behaviour;
  }

  /** Nobody comes any more. Whoever is in a meeting stays until it ends. */
  async close(): Promise<void> {
    this.#stopListening();
    for (const timer of this.#onTheirWay) timer.cancel();
    this.#onTheirWay.clear();
    this.#client.destroy();
  }

  #take(invitation: AdviserInvitationDetail): void {
    if (this.#behaviour.kind === 'neverComes') return;
    const { afterMs = 0, tells = false } = this.#behaviour;
    const timer = this.#options.timers.after(afterMs, () => {
      this.#onTheirWay.delete(timer);
      void this.#join(invitation, tells);
    });
    this.#onTheirWay.add(timer);
  }

  async #join(
    { meetingId, destinationId, contextId, transactionId }: AdviserInvitationDetail,
    tells: boolean,
  ): Promise<void> {
    const { console, meetings, voiceHz, onConversation, tellCall } = this.#options;
    const [contextSeen, joinToken] = await Promise.all([contextSeenBy(console, contextId), this.#placeIn(meetingId)]);
    const ear = new ToneEar();
    const outcome =
      joinToken === undefined
        ? undefined
        : meetings.rooms.join(joinToken, { voice: toneSource({ frequencyHz: voiceHz }), ear }, { meetingId });
    // The meeting may be over before the adviser gets there.
    if (outcome?.kind !== 'joined') return;
    const { seat } = outcome;
    onConversation({
      destination: { kind: 'meeting', id: destinationId, callee: meetingId },
      contextSeen,
      voiceHz,
      hears: (frequencyHz) => ear.hears(frequencyHz, seat.left),
      // Frames are handed over in this process: no packets, so none are lost.
      packetsLost: 0,
      hangUp: () => {
        seat.leave();
        if (tells) void tellCall(transactionId, 'adviserLeft');
      },
    });
    if (tells) await tellCall(transactionId, 'adviserJoined');
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
