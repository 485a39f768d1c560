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

const ids = testCallContextIds();
let callers = 0;

/** What every CallContextStore tells of the calls that the same caller has made. */
export function describeCallsOfContext(name: string, open: () => CallContextStore): void {
  describe(`${name}, asked for the calls of a context`, () => {
    let store: CallContextStore;
    let caller: { readonly owner: string; readonly phoneNumber: E164 };
    beforeEach(() => {
      // Stores may be shared by tests: each has a caller of its own.
      callers += 1;
      caller = { owner: `owner-${callers}`, phoneNumber: `+1206557${String(callers).padStart(4, '0')}` as E164 };
      store = open();
    });

    const contextOf = async (changes: Partial<CallContext> = {}): Promise<CallContext> => {
      const id = ids.issue({ reasonId: 'billing', expiresAt: contextExpiresAt });
      const context = callContextOf({ id, ...caller, ...changes });
      await store.put(context);
      return context;
    };
    const claimed = async (changes: Partial<CallContext>, transactionId: string): Promise<CallContext> => {
      const context = await contextOf(changes);
      await store.claim(context.id, { transactionId, tableVersion: 1, now: contextCreatedAt });
      return context;
    };
    const asked = { now: contextCreatedAt };

    it('tells the call that claimed it', async () => {
      const { id } = await claimed({}, 'call-1');

      expect(await store.callsOf(id, asked)).toEqual([{ contextId: id, transactionId: 'call-1' }]);
    });

    it('tells none of a context without a call', async () => {
      const { id } = await contextOf();

      expect(await store.callsOf(id, asked)).toEqual([]);
    });

    it('tells those of the same owner, and of the same number, each once', async () => {
      const { id } = await claimed({}, 'call-1');
      const otherPhone = await claimed({ phoneNumber: '+12065559997' as E164 }, 'call-2');
      const otherOwner = await claimed({ owner: `${caller.owner}-else` }, 'call-3');
      await claimed({ owner: `${caller.owner}-else`, phoneNumber: '+12065559996' as E164 }, 'call-4');

      const calls = (await store.callsOf(id, asked)) ?? [];

      expect(calls.toSorted((a, b) => a.transactionId.localeCompare(b.transactionId))).toEqual([
        { contextId: id, transactionId: 'call-1' },
        { contextId: otherPhone.id, transactionId: 'call-2' },
        { contextId: otherOwner.id, transactionId: 'call-3' },
      ]);
    });

    it('tells nobody else’s where neither owner nor number is known', async () => {
      const {
        owner: _owner,
        phoneNumber: _number,
        ...unknown
      } = callContextOf({
        id: ids.issue({ reasonId: 'billing', expiresAt: contextExpiresAt }),
      });
      await store.put(unknown);
      await claimed({}, 'call-1');

      expect(await store.callsOf(unknown.id, asked)).toEqual([]);
    });

    it('passes over contexts that have expired', async () => {
      const later = epochMs(contextExpiresAt + clockToleranceMs + 60_000);
      const { id } = await contextOf({ expiresAt: epochMs(later + 60_000) });
      await claimed({}, 'call-1');
      await claimed({ owner: 'somebody-else' }, 'call-2');
      await claimed({ phoneNumber: '+12065559995' as E164 }, 'call-3');

      expect(await store.callsOf(id, { now: later })).toEqual([]);
    });

    it('knows nothing of one that has expired, or never was', async () => {
      const { id } = await contextOf();
      const never = ids.issue({ reasonId: 'billing', expiresAt: contextExpiresAt });
      const later = epochMs(contextExpiresAt + clockToleranceMs + 60_000);

      expect(await store.callsOf(id, { now: later })).toBeUndefined();
      expect(await store.callsOf(never, asked)).toBeUndefined();
    });
  });
}
