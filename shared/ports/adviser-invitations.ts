import type { CallContextId } from '../domain/call-context-id.ts';

/** A caller waits in a meeting: whoever may join it is told. No token and nothing personal is in it. */
export interface AdviserInvitation {
  readonly transactionId: string;
  /** The destination's id in the routing table: "adviser". */
  readonly destinationId: string;
  readonly meetingId: string;
  /** By it an adviser reads who is waiting. */
  readonly contextId?: CallContextId;
  /** BCP 47. */
  readonly locale?: string;
  /** How long the caller is let wait, in seconds. */
  readonly waitsSeconds: number;
}

/** Tells advisers. `invite` rejects with a BridgeError `invitation-failed` when nobody could be told. */
export interface AdviserInvitations {
  invite(invitation: AdviserInvitation): Promise<void>;
}
