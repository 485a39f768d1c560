import type { EventBridgeClient } from '@aws-sdk/client-eventbridge';
import { adviserInvitationSchema, adviserWantedEvent } from '../../contracts/adviser-invitation.ts';
import { BridgeError } from '../../errors.ts';
import type { AdviserInvitation, AdviserInvitations } from '../../ports/adviser-invitations.ts';

export interface EventBridgeAdviserInvitationsOptions {
  readonly region: string;
  /** The bus's name or ARN. EventBridge says nothing of one that does not exist: nobody is told then. */
  readonly eventBus: string;
  /** From sending a request to the end of its answer, per attempt; 600 by default. There are two attempts at most. */
  readonly requestTimeoutMs?: number;
}

/**
 * Invitations as events of Amazon EventBridge, which a rule takes to whatever calls advisers. The SDK's client is loaded with the
 * first invitation, and kept: most calls need no adviser.
 */
export function eventBridgeAdviserInvitations(options: EventBridgeAdviserInvitationsOptions): AdviserInvitations {
  const { region, eventBus, requestTimeoutMs = 600 } = options;
  let client: EventBridgeClient | undefined;

  async function put(invitation: AdviserInvitation): Promise<string | undefined> {
    const sdk = await import('./event-bridge-client.ts');
    client ??= new sdk.EventBridgeClient({
      region,
      maxAttempts: 2,
      // Without throwOnRequestTimeout the SDK only warns, and waits on.
      requestHandler: { requestTimeout: requestTimeoutMs, connectionTimeout: 500, throwOnRequestTimeout: true },
    });
    const { FailedEntryCount = 0, Entries = [] } = await client.send(
      new sdk.PutEventsCommand({
        Entries: [
          {
            EventBusName: eventBus,
            Source: adviserWantedEvent.source,
            DetailType: adviserWantedEvent.detailType,
            // What the contract does not name stays here.
            Detail: JSON.stringify(adviserInvitationSchema.parse(invitation)),
          },
        ],
      }),
    );
    // An entry that was refused comes with status 200 (Amazon EventBridge user guide, eb-putevents).
    return FailedEntryCount > 0 ? (Entries[0]?.ErrorCode ?? 'unknown') : undefined;
  }

  return {
    async invite(invitation) {
      let refused: string | undefined;
      try {
        refused = await put(invitation);
      } catch (error) {
        throw new BridgeError('invitation-failed', 'EventBridge did not take the invitation', { cause: error });
      }
      if (refused !== undefined)
        throw new BridgeError('invitation-failed', `EventBridge refused the invitation: ${refused}`);
    },
  };
}
