import { parseCallContextId, regionCode, type CallContextId } from '../../domain/call-context-id.ts';
import { hasCode } from '../../errors.ts';
import type { CallContextStore } from '../../ports/call-context-store.ts';

export interface OriginRegionOptions {
  /** The replica in this Region. */
  readonly local: CallContextStore;
  /** This AWS Region: "us-west-2". */
  readonly region: string;
  /** Every AWS Region that has a replica; this one may be among them. */
  readonly regions: readonly string[];
  /**
   * Opens the replica of another Region: called when it is first needed, once. A caller waits for it, and for this Region's after
   * it: its requests had better be given up early, and not be sent twice.
   */
  readonly open: (region: string) => CallContextStore;
}

/**
 * Call contexts of which every Region has a replica (DynamoDB global tables), which may be behind, mostly by less than a second.
 * Replicas copy items whole, the later of two writes wins, and a condition looks at one replica alone: were contexts claimed here
 * and there, two calls could have the same one, and the receipt of an agent's look could undo a claim. So a context is ordered,
 * claimed and delivered in the Region that issued its id; here only when that one's DynamoDB does not answer.
 *
 * When neither answers, methods reject with a BridgeError `store-unavailable`.
 */
export function originRegionCallContexts({ local, region, regions, open }: OriginRegionOptions): CallContextStore {
  const here = regionCode(region);
  const names = new Map(regions.map((name) => [regionCode(name), name]));
  const opened = new Map<string, CallContextStore>();

  /** The Region that issued the id, where that is another one of ours. */
  const originOf = (id: CallContextId): string | undefined => {
    const code = parseCallContextId(id)?.region ?? here;
    return code === here ? undefined : names.get(code);
  };
  const replicaOf = (name: string): CallContextStore => {
    const store = opened.get(name) ?? open(name);
    opened.set(name, store);
    return store;
  };

  const ask = async <Answer>(
    id: CallContextId,
    question: (store: CallContextStore) => Promise<Answer>,
  ): Promise<Answer> => {
    const origin = originOf(id);
    if (origin === undefined) return question(local);
    try {
      return await question(replicaOf(origin));
    } catch (error) {
      if (!hasCode(error, 'store-unavailable')) throw error;
      return question(local);
    }
  };

  return {
    put: (context) => local.put(context),
    order: (id, order) => ask(id, (store) => store.order(id, order)),

    /** Where it was made: what is deleted here before it has come here would come all the same. */
    async forget(id) {
      const origin = originOf(id);
      await (origin === undefined ? local : replicaOf(origin)).forget(id);
    },

    /** Everywhere, for the same reason. What every replica has is counted once: as many as the fullest had. */
    async forgetAllOf(owner) {
      const stores = [local, ...[...names].filter(([code]) => code !== here).map(([, name]) => replicaOf(name))];
      const counts = await Promise.allSettled(stores.map((store) => store.forgetAllOf(owner)));
      for (const count of counts) if (count.status === 'rejected') throw count.reason;
      return Math.max(...counts.map((count) => (count.status === 'fulfilled' ? count.value : 0)));
    },

    claim: (id, claim) => ask(id, (store) => store.claim(id, claim)),
    deliver: (id, delivery) => ask(id, (store) => store.deliver(id, delivery)),
    recent: (phoneNumber, times) => local.recent(phoneNumber, times),
    orderedFor: (phoneNumber, times) => local.orderedFor(phoneNumber, times),

    callsOf: (id, times) => ask(id, (store) => store.callsOf(id, times)),
    deliveries: (id) => ask(id, (store) => store.deliveries(id)),
  };
}
