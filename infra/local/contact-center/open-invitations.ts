import type { AdviserInvitationDetail } from '../../../shared/contracts/adviser-invitation.ts';
import type { LocalMeetings } from '../meetings/meetings.ts';

/** An invitation to a meeting that is not over. */
export interface OpenInvitation {
  readonly invitation: AdviserInvitationDetail;
  /** Resolves when the meeting is over, or somebody has come by other ways. */
  readonly settled: Promise<void>;
  readonly settle: () => void;
}

/** The invitations by which somebody may still come, the latest of each call. */
export class OpenInvitations {
  readonly #open = new Map<string, OpenInvitation>();
  readonly #stop: () => void;

  constructor(meetings: Pick<LocalMeetings, 'onEvent'>) {
    this.#stop = meetings.onEvent(({ kind, meetingId }) => {
      if (kind === 'meetingEnded') this.#over(meetingId);
    });
  }

  add(invitation: AdviserInvitationDetail): OpenInvitation {
    const { promise: settled, resolve } = Promise.withResolvers<void>();
    const open = { invitation, settled, settle: resolve };
    this.#open.get(invitation.transactionId)?.settle();
    this.#open.set(invitation.transactionId, open);
    return open;
  }

  of(transactionId: string): OpenInvitation | undefined {
    return this.#open.get(transactionId);
  }

  close(): void {
    this.#stop();
    for (const { settle } of this.#open.values()) settle();
    this.#open.clear();
  }

  #over(meetingId: string): void {
    for (const [transactionId, { invitation, settle }] of this.#open) {
      if (invitation.meetingId !== meetingId) continue;
      this.#open.delete(transactionId);
      settle();
    }
  }
}
