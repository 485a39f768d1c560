import type { CallContext } from '../../domain/call-context.ts';
import type { CallContextId } from '../../domain/call-context-id.ts';
import { hasExpired } from '../../domain/expiry.ts';
import type { E164 } from '../../domain/phone-number.ts';
import type { EpochMs } from '../../domain/time.ts';
import type {
  CallContextStore,
  CallOrder,
  Claim,
  ClaimResult,
  ContextCall,
  Delivery,
  DeliveryResult,
  OrderResult,
} from '../../ports/call-context-store.ts';

/** Of a call that has claimed one before, that one is found again. */
interface RecentTimes {
  readonly since: EpochMs;
  readonly now: EpochMs;
  readonly transactionId?: string;
}

interface Stored {
  readonly context: CallContext;
  /** The request that ordered the call last. */
  readonly orderedBy?: string;
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

  order(id: CallContextId, { requestId, now }: CallOrder): Promise<OrderResult> {
    const stored = this.#stored.get(id);
    if (stored === undefined || hasExpired(stored.context.expiresAt, now)) return Promise.resolve({ kind: 'notFound' });
    const { context, orderedBy } = stored;
    this.#stored.set(id, { ...stored, orderedBy: requestId });
    return Promise.resolve({ kind: orderedBy === requestId ? 'orderedBefore' : 'ordered', context });
  }

  forget(id: CallContextId): Promise<void> {
    this.#stored.delete(id);
    return Promise.resolve();
  }

  forgetAllOf(owner: string): Promise<number> {
    const theirs = [...this.#stored.values()].filter(({ context }) => context.owner === owner);
    for (const { context } of theirs) this.#stored.delete(context.id);
    return Promise.resolve(theirs.length);
  }

  claim(id: CallContextId, claim: Claim): Promise<ClaimResult> {
    return Promise.resolve(this.#claim(id, claim));
  }

  deliver(id: CallContextId, delivery: Delivery): Promise<DeliveryResult> {
    const stored = this.#stored.get(id);
    if (stored === undefined || hasExpired(stored.context.expiresAt, delivery.at))
      return Promise.resolve({ kind: 'notFound' });
    this.#stored.set(id, { ...stored, deliveries: [...stored.deliveries, delivery] });
    return Promise.resolve({ kind: 'delivered', context: stored.context });
  }

  deliveries(id: CallContextId): Promise<readonly Delivery[]> {
    return Promise.resolve(this.#stored.get(id)?.deliveries ?? []);
  }

  recent(phoneNumber: E164, { since, now, transactionId }: RecentTimes): Promise<CallContextId | undefined> {
    const fitting = [...this.#stored.values()]
      .filter(({ context }) => context.phoneNumber === phoneNumber && context.createdAt >= since)
      .filter(({ context }) => !hasExpired(context.expiresAt, now))
      .sort((a, b) => b.context.createdAt - a.context.createdAt);
    const own = fitting.find(({ claim }) => claim !== undefined && claim.transactionId === transactionId);
    return Promise.resolve((own ?? fitting.find(({ claim }) => claim === undefined))?.context.id);
  }

  orderedFor(phoneNumber: E164, { since }: { readonly since: EpochMs }): Promise<readonly CallContextId[]> {
    const ordered = [...this.#stored.values()]
      .filter(({ orderedBy, context }) => orderedBy !== undefined && context.phoneNumber === phoneNumber)
      .filter(({ context }) => context.createdAt >= since);
    return Promise.resolve(ordered.map(({ context }) => context.id));
  }

  callsOf(id: CallContextId, { now }: { readonly now: EpochMs }): Promise<readonly ContextCall[] | undefined> {
    const asked = this.#stored.get(id)?.context;
    if (asked === undefined || hasExpired(asked.expiresAt, now)) return Promise.resolve(undefined);
    const { owner, phoneNumber } = asked;
    const calls = [...this.#stored.values()]
      .filter(({ context }) => !hasExpired(context.expiresAt, now))
      .filter(
        ({ context }) =>
          context.id === id ||
          (owner !== undefined && context.owner === owner) ||
          (phoneNumber !== undefined && context.phoneNumber === phoneNumber),
      )
      .flatMap(({ context, claim }) =>
        claim === undefined ? [] : [{ contextId: context.id, transactionId: claim.transactionId }],
      );
    return Promise.resolve(calls);
  }

  #claim(id: CallContextId, claim: Claim): ClaimResult {
    const stored = this.#stored.get(id);
    if (stored === undefined) return { kind: 'notFound' };
    if (hasExpired(stored.context.expiresAt, claim.now)) return { kind: 'expired' };
    const first = stored.claim ?? claim;
    if (first.transactionId !== claim.transactionId) return { kind: 'claimedByAnotherCall' };
    this.#stored.set(id, { ...stored, claim: first });
    return { kind: 'claimed', context: stored.context, tableVersion: first.tableVersion };
  }
}
