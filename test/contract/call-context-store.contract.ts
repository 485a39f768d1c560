import type { CallContextId } from '../../shared/domain/call-context-id.ts';
import { clockToleranceMs } from '../../shared/domain/expiry.ts';
import { epochMs } from '../../shared/domain/time.ts';
import type { CallContextStore } from '../../shared/ports/call-context-store.ts';
import {
  callContextOf,
  contextCreatedAt,
  contextExpiresAt,
  testCallContextIds,
} from '../support/call-context-builder.ts';

/** What every CallContextStore does. `open` gives a store that may hold contexts of other tests already. */
export function describeCallContextStore(name: string, open: () => CallContextStore): void {
  describe(name, () => {
    const ids = testCallContextIds();
    const newId = (): CallContextId => ids.issue({ reasonId: 'billing', expiresAt: contextExpiresAt });
    const claim = { transactionId: 'transaction-1', tableVersion: 3, now: contextCreatedAt };
    const delivery = { to: 'desk-client', at: contextCreatedAt };

    it('gives the whole context to the call that claims it', async () => {
      const store = open();
      const context = callContextOf({ id: newId() });
      await store.put(context);

      const result = await store.claim(context.id, claim);

      expect(result).toEqual({ kind: 'claimed', context, tableVersion: 3 });
    });

    it('keeps a context that has nothing but a reason and an ingress', async () => {
      const store = open();
      const { id, ingress, reason, attributes, createdAt, expiresAt } = callContextOf({
        id: newId(),
        reason: { id: 'other' },
        attributes: {},
      });
      const context = { id, ingress, reason, attributes, createdAt, expiresAt };
      await store.put(context);

      const result = await store.claim(id, claim);

      expect(result).toEqual({ kind: 'claimed', context, tableVersion: 3 });
    });

    it('gives the same call the same answer again, with the table version of its first claim', async () => {
      const store = open();
      const context = callContextOf({ id: newId() });
      await store.put(context);
      const first = await store.claim(context.id, claim);

      const second = await store.claim(context.id, { ...claim, tableVersion: 4, now: epochMs(claim.now + 1000) });

      expect(second).toEqual(first);
    });

    it('refuses a second call', async () => {
      const store = open();
      const context = callContextOf({ id: newId() });
      await store.put(context);
      await store.claim(context.id, claim);

      const result = await store.claim(context.id, { ...claim, transactionId: 'transaction-2' });

      expect(result).toEqual({ kind: 'claimedByAnotherCall' });
    });

    it('gives the context to exactly one of many calls that claim it at once', async () => {
      const store = open();
      const context = callContextOf({ id: newId() });
      await store.put(context);
      const transactions = Array.from({ length: 8 }, (_, index) => `transaction-${index}`);

      const results = await Promise.all(
        transactions.map((transactionId) => store.claim(context.id, { ...claim, transactionId })),
      );

      const kinds = results.map(({ kind }) => kind).sort();
      expect(kinds).toEqual(['claimed', ...Array.from({ length: 7 }, () => 'claimedByAnotherCall')]);
    });

    it('finds nothing under an id that was never put', async () => {
      const store = open();
      const id = newId();

      const results = [await store.claim(id, claim), await store.deliver(id, delivery)];

      expect(results).toEqual([{ kind: 'notFound' }, { kind: 'notFound' }]);
    });

    it('does not let a claim or a delivery of nothing leave anything behind', async () => {
      const store = open();
      const context = callContextOf({ id: newId() });
      await store.claim(context.id, { ...claim, transactionId: 'too-early' });
      await store.deliver(context.id, delivery);
      await store.put(context);

      const result = await store.claim(context.id, claim);

      expect(result).toMatchObject({ kind: 'claimed' });
    });

    it('gives out a context until it has expired by a clock that is 5 minutes ahead', async () => {
      const store = open();
      const context = callContextOf({ id: newId() });
      await store.put(context);
      const end = epochMs(contextExpiresAt + clockToleranceMs);
      const last = epochMs(end - 1);

      const results = [
        await store.claim(context.id, { ...claim, now: last }),
        await store.claim(context.id, { ...claim, now: end }),
        await store.deliver(context.id, { ...delivery, at: last }),
        await store.deliver(context.id, { ...delivery, at: end }),
      ];

      expect(results.map(({ kind }) => kind)).toEqual(['claimed', 'expired', 'delivered', 'notFound']);
    });

    it('gives out a context that was made in the future, by a clock that is behind', async () => {
      const store = open();
      const context = callContextOf({ id: newId() });
      await store.put(context);
      const behind = epochMs(contextCreatedAt - 45 * 60_000);

      const results = [
        await store.claim(context.id, { ...claim, now: behind }),
        await store.deliver(context.id, { ...delivery, at: behind }),
      ];

      expect(results.map(({ kind }) => kind)).toEqual(['claimed', 'delivered']);
    });

    it('delivers to agents as often as they ask, before and after the claim', async () => {
      const store = open();
      const context = callContextOf({ id: newId() });
      await store.put(context);

      const before = await store.deliver(context.id, delivery);
      await store.claim(context.id, claim);
      const after = await store.deliver(context.id, { to: 'another-client', at: epochMs(delivery.at + 1) });

      expect([before, after]).toEqual([
        { kind: 'delivered', context },
        { kind: 'delivered', context },
      ]);
    });

    it('keeps the claim when the same context is put again', async () => {
      const store = open();
      const context = callContextOf({ id: newId() });
      await store.put(context);
      await store.claim(context.id, claim);
      await store.put(context);

      const result = await store.claim(context.id, { ...claim, transactionId: 'transaction-2' });

      expect(result).toEqual({ kind: 'claimedByAnotherCall' });
    });

    it('tells who has looked at a context, oldest first', async () => {
      const store = open();
      const context = callContextOf({ id: newId() });
      await store.put(context);
      await store.deliver(context.id, delivery);
      await store.deliver(context.id, { to: 'crm', at: epochMs(delivery.at + 1) });

      const deliveries = await store.deliveries(context.id);

      expect(deliveries).toEqual([delivery, { to: 'crm', at: delivery.at + 1 }]);
    });

    it('tells of nobody when nobody has looked, or there is nothing to look at', async () => {
      const store = open();
      const context = callContextOf({ id: newId() });
      await store.put(context);

      const deliveries = [await store.deliveries(context.id), await store.deliveries(newId())];

      expect(deliveries).toEqual([[], []]);
    });
  });
}
