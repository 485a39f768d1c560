import type { CallContext } from '../../shared/domain/call-context.ts';
import { clockToleranceMs } from '../../shared/domain/expiry.ts';
import type { E164 } from '../../shared/domain/phone-number.ts';
import { epochMs } from '../../shared/domain/time.ts';
import type { CallContextStore } from '../../shared/ports/call-context-store.ts';
import {
  callContextOf,
  contextCreatedAt,
  contextExpiresAt,
  testCallContextIds,
} from '../support/call-context-builder.ts';

const minute = 60_000;
const ids = testCallContextIds();
let callers = 0;

/** What every CallContextStore finds for a caller who has dialled the number by hand. */
export function describeRecentCallContexts(name: string, open: () => CallContextStore): void {
  describe(`${name}, asked for a caller's number`, () => {
    let phoneNumber: E164;
    let store: CallContextStore;
    beforeEach(() => {
      // Stores may be shared by tests: each has a caller of its own.
      phoneNumber = `+1206555${String((callers += 1)).padStart(4, '0')}` as E164;
      store = open();
    });

    /** Made so many minutes after 15:00. */
    const madeAfter = async (minutes: number, changes: Partial<CallContext> = {}): Promise<CallContext> => {
      const id = ids.issue({ reasonId: 'billing', expiresAt: contextExpiresAt });
      const createdAt = epochMs(contextCreatedAt + minutes * minute);
      const context = callContextOf({ id, phoneNumber, createdAt, ...changes });
      await store.put(context);
      return context;
    };
    const times = { since: contextCreatedAt, now: epochMs(contextCreatedAt + 15 * minute) };

    it('finds the context that was made last', async () => {
      await madeAfter(1);
      const last = await madeAfter(3);
      await madeAfter(2);

      expect(await store.recent(phoneNumber, times)).toBe(last.id);
    });

    it('finds nothing for another number, or for a caller who withholds it', async () => {
      await madeAfter(1);
      const { phoneNumber: _withheld, ...unknown } = await madeAfter(2, { phoneNumber: '+12065550999' as E164 });
      await store.put({ ...unknown, id: ids.issue({ reasonId: 'billing', expiresAt: contextExpiresAt }) });

      expect(await store.recent('+12065559998' as E164, times)).toBeUndefined();
    });

    it('passes over what was made too long ago, to the millisecond', async () => {
      const context = await madeAfter(5);

      expect(await store.recent(phoneNumber, { ...times, since: context.createdAt })).toBe(context.id);
      expect(await store.recent(phoneNumber, { ...times, since: epochMs(context.createdAt + 1) })).toBeUndefined();
    });

    it('passes over what another call has claimed, to the one made before it', async () => {
      const before = await madeAfter(1);
      const claimed = await madeAfter(2);
      await store.claim(claimed.id, { transactionId: 'transaction-1', tableVersion: 1, now: times.now });

      expect(await store.recent(phoneNumber, times)).toBe(before.id);
    });

    it('finds for a call what that call has claimed before, whatever was made since', async () => {
      const claimed = await madeAfter(1);
      await madeAfter(2);
      await store.claim(claimed.id, { transactionId: 'transaction-1', tableVersion: 1, now: times.now });

      const again = { ...times, transactionId: 'transaction-1' };

      expect(await store.recent(phoneNumber, again)).toBe(claimed.id);
    });

    it('finds for a call nothing that another call has claimed', async () => {
      const claimed = await madeAfter(1);
      await store.claim(claimed.id, { transactionId: 'transaction-1', tableVersion: 1, now: times.now });

      const another = { ...times, transactionId: 'transaction-2' };

      expect(await store.recent(phoneNumber, another)).toBeUndefined();
    });

    it('finds what an agent has already looked at', async () => {
      const context = await madeAfter(1);
      await store.deliver(context.id, { to: 'desk', at: times.now });

      expect(await store.recent(phoneNumber, times)).toBe(context.id);
    });

    it('passes over what has expired, by a clock that is 5 minutes ahead', async () => {
      const context = await madeAfter(1, { expiresAt: epochMs(contextCreatedAt + 2 * minute) });
      const end = epochMs(context.expiresAt + clockToleranceMs);

      expect(await store.recent(phoneNumber, { ...times, now: epochMs(end - 1) })).toBe(context.id);
      expect(await store.recent(phoneNumber, { ...times, now: end })).toBeUndefined();
    });

    it('finds those whose call was ordered, since when it is asked for, whoever has claimed them', async () => {
      const order = { requestId: 'request-1', now: times.now };
      const [early, first, second, notOrdered] = [
        await madeAfter(1),
        await madeAfter(2),
        await madeAfter(3),
        await madeAfter(4),
      ];
      const another = await madeAfter(5, { phoneNumber: '+12065550997' as E164 });
      for (const { id } of [early, first, second, another]) await store.order(id, order);
      await store.claim(second.id, { transactionId: 'transaction-1', tableVersion: 1, now: times.now });

      const found = await store.orderedFor(phoneNumber, { since: first.createdAt });

      expect(found.toSorted()).toEqual([first.id, second.id].toSorted());
      expect(found).not.toContain(notOrdered.id);
    });

    it('finds what was made in the future, by a clock that is behind', async () => {
      const context = await madeAfter(20);

      expect(await store.recent(phoneNumber, times)).toBe(context.id);
    });
  });
}
