import type { CallContext } from '../../shared/domain/call-context.ts';
import { clockToleranceMs } from '../../shared/domain/expiry.ts';
import { epochMs } from '../../shared/domain/time.ts';
import type { CallContextStore } from '../../shared/ports/call-context-store.ts';
import {
  callContextOf,
  contextCreatedAt,
  contextExpiresAt,
  testCallContextIds,
} from '../support/call-context-builder.ts';

const ids = testCallContextIds();
let owners = 0;

/** What every CallContextStore does for the skill: orders a call once, and forgets. */
export function describeOrderedCallContexts(name: string, open: () => CallContextStore): void {
  describe(`${name}, for the skill`, () => {
    let store: CallContextStore;
    beforeEach(() => {
      store = open();
    });

    const written = async (changes: Partial<CallContext> = {}): Promise<CallContext> => {
      const id = ids.issue({ reasonId: 'billing', expiresAt: contextExpiresAt });
      const context = callContextOf({ id, ...changes });
      await store.put(context);
      return context;
    };
    /** Stores may be shared by tests: each has owners of its own. */
    const newOwner = (): string => String((owners += 1)).padStart(64, '0');
    const order = { requestId: 'request-1', now: contextCreatedAt };

    it('gives the context to the request that orders its call', async () => {
      const context = await written({ owner: newOwner() });

      expect(await store.order(context.id, order)).toEqual({ kind: 'ordered', context });
    });

    it('knows a request that comes again, and gives it the context too', async () => {
      const context = await written();
      await store.order(context.id, order);

      const again = await store.order(context.id, { ...order, now: epochMs(order.now + 3000) });

      expect(again).toEqual({ kind: 'orderedBefore', context });
    });

    it('lets exactly one of many repetitions of a request order, even at the same moment', async () => {
      const context = await written();

      const results = await Promise.all(Array.from({ length: 8 }, () => store.order(context.id, order)));

      const kinds = results.map(({ kind }) => kind).sort();
      expect(kinds).toEqual(['ordered', ...Array.from({ length: 7 }, () => 'orderedBefore')]);
    });

    it('lets another request order again: the caller has asked for another try', async () => {
      const context = await written();
      await store.order(context.id, order);

      const again = await store.order(context.id, { ...order, requestId: 'request-2' });

      expect(again).toEqual({ kind: 'ordered', context });
    });

    it('orders nothing under an id that was never put, and leaves nothing behind', async () => {
      const id = ids.issue({ reasonId: 'billing', expiresAt: contextExpiresAt });

      const results = [await store.order(id, order), await store.order(id, order)];

      expect(results).toEqual([{ kind: 'notFound' }, { kind: 'notFound' }]);
    });

    it('orders until the context has expired by a clock that is 5 minutes ahead', async () => {
      const context = await written();
      const end = epochMs(contextExpiresAt + clockToleranceMs);

      const results = [
        await store.order(context.id, { requestId: 'request-1', now: epochMs(end - 1) }),
        await store.order(context.id, { requestId: 'request-2', now: end }),
        await store.order(context.id, { requestId: 'request-1', now: end }),
      ];

      expect(results.map(({ kind }) => kind)).toEqual(['ordered', 'notFound', 'notFound']);
    });

    it('does not stand in the way of the call that claims the context', async () => {
      const context = await written();
      await store.order(context.id, order);

      const claimed = await store.claim(context.id, {
        transactionId: 'transaction-1',
        tableVersion: 3,
        now: order.now,
      });

      expect(claimed).toEqual({ kind: 'claimed', context, tableVersion: 3 });
    });

    it('forgets a context for every purpose, as often as it is told', async () => {
      const owner = newOwner();
      const context = await written({ owner });
      await store.forget(context.id);
      await store.forget(context.id);

      const results = [
        await store.order(context.id, order),
        await store.deliver(context.id, { to: 'desk', at: order.now }),
        await store.claim(context.id, { transactionId: 'transaction-1', tableVersion: 3, now: order.now }),
      ];

      expect(results.map(({ kind }) => kind)).toEqual(['notFound', 'notFound', 'notFound']);
      expect(await store.forgetAllOf(owner)).toBe(0);
    });

    it('forgets all contexts of an owner, however many, and none of anybody else’s', async () => {
      const owner = newOwner();
      const theirs = await Promise.all(Array.from({ length: 23 }, () => written({ owner })));
      const others = [await written({ owner: newOwner() }), await written()];

      const count = await store.forgetAllOf(owner);

      const kinds = async (contexts: readonly CallContext[]): Promise<readonly string[]> => {
        const found = await Promise.all(contexts.map(({ id }) => store.order(id, order)));
        return [...new Set(found.map(({ kind }) => kind))];
      };
      expect(count).toBe(23);
      expect(await kinds(theirs)).toEqual(['notFound']);
      expect(await kinds(others)).toEqual(['ordered']);
    });

    it('finds nothing to forget the second time', async () => {
      const owner = newOwner();
      await written({ owner });
      await store.forgetAllOf(owner);

      expect(await store.forgetAllOf(owner)).toBe(0);
    });
  });
}
