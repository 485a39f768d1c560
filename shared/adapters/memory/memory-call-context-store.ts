import type { CallContext } from '../../domain/call-context.ts';
import type { CallContextId } from '../../domain/call-context-id.ts';
import type { CallContextStore, Claim, ClaimResult, Delivery, DeliveryResult } from '../../ports/call-context-store.ts';

interface Stored {
  readonly context: CallContext;
  readonly claim?: Claim;
  readonly deliveries: readonly Delivery[];
}

/** Call contexts in this process: for tests, and for trying things out. */
export class MemoryCallContextStore implements CallContextStore {
  readonly #stored = new Map<CallContextId, Stored>();

  put(context: CallContext): Promise<void> {
    if (!this.#stored.has(context.id)) this.#stored.set(context.id, { context, deliveries: [] });
    return Promise.resolve();
  }

  claim(id: CallContextId, claim: Claim): Promise<ClaimResult> {
    return Promise.resolve(this.#claim(id, claim));
  }

  deliver(id: CallContextId, delivery: Delivery): Promise<DeliveryResult> {
    const stored = this.#stored.get(id);
    if (stored === undefined || stored.context.expiresAt <= delivery.at) return Promise.resolve({ kind: 'notFound' });
    this.#stored.set(id, { ...stored, deliveries: [...stored.deliveries, delivery] });
    return Promise.resolve({ kind: 'delivered', context: stored.context });
  }

  /** Oldest first; none when the context is not there. */
  deliveriesOf(id: CallContextId): readonly Delivery[] {
    return this.#stored.get(id)?.deliveries ?? [];
  }

  #claim(id: CallContextId, claim: Claim): ClaimResult {
    const stored = this.#stored.get(id);
    if (stored === undefined) return { kind: 'notFound' };
    if (stored.context.expiresAt <= claim.now) return { kind: 'expired' };
    const first = stored.claim ?? claim;
    if (first.transactionId !== claim.transactionId) return { kind: 'claimedByAnotherCall' };
    this.#stored.set(id, { ...stored, claim: first });
    return { kind: 'claimed', context: stored.context, tableVersion: first.tableVersion };
  }
}
