import type { DeliveryReceipt } from '../../shared/domain/call-flow/call-record.ts';
import type { Happening } from '../../shared/domain/call-flow/happening.ts';
import { epochMs } from '../../shared/domain/time.ts';
import type { CallRecordStore } from '../../shared/ports/call-record-store.ts';
import { callBeganAt, callRecordOf } from '../support/call-record-builder.ts';

const happenings: readonly Happening[] = [
  { kind: 'routed', entry: 'phone', ruleId: 'lost-card', tableVersion: 7, destinations: ['contactCenter:desk'] },
  { kind: 'attemptBegan', attempt: { number: 1, kind: 'contactCenter', id: 'desk' }, context: 'sent' },
];

/** What every CallRecordStore does with the records of one call. `open` gives a store that may hold other tests' calls. */
export function describeCallRecordStore(name: string, open: () => CallRecordStore): void {
  describe(name, () => {
    let calls = 0;
    const newCall = (): string => `${name}-${(calls += 1)}`;
    const receiptOf = (transactionId: string, ...to: readonly string[]): DeliveryReceipt => ({
      transactionId,
      deliveries: to.map((each) => ({ to: each, at: callBeganAt })),
    });

    it('gives the records of a call in their order, whatever order they were written in', async () => {
      const store = open();
      const transactionId = newCall();
      const first = callRecordOf({ transactionId, happenings, region: 'us-east-1', sipMediaApplicationId: 'sma-1' });
      const [second, tenth] = [2, 10].map((sequence) => callRecordOf({ transactionId, sequence }));
      await store.put([tenth!, second!]);
      await store.put([first]);

      const found = await store.ofCall(transactionId);

      expect(found).toEqual({ records: [first, second, tenth] });
    });

    it('keeps the record that is there when another one comes for the same invocation', async () => {
      const store = open();
      const record = callRecordOf({ transactionId: newCall(), happenings });
      const next = callRecordOf({ transactionId: record.transactionId, sequence: 2 });
      await store.put([record]);

      await store.put([{ ...record, phase: 'apologising', happenings: [] }, next]);

      expect((await store.ofCall(record.transactionId))?.records).toEqual([record, next]);
    });

    it('writes more records than it sends at once', async () => {
      const store = open();
      const transactionId = newCall();
      const records = Array.from({ length: 30 }, (_, index) => callRecordOf({ transactionId, sequence: index + 1 }));

      await store.put(records, receiptOf(transactionId));

      expect(await store.ofCall(transactionId)).toEqual({ records, receipt: receiptOf(transactionId) });
    });

    it.each([
      { case: 'comes later', puts: [['desk'], ['desk', 'adviser']] },
      { case: 'came first', puts: [['desk', 'adviser'], ['desk']] },
    ])('keeps the receipt that knows of more deliveries when it $case', async ({ puts }) => {
      const store = open();
      const record = callRecordOf({ transactionId: newCall() });

      for (const to of puts) await store.put([record], receiptOf(record.transactionId, ...to));

      const found = await store.ofCall(record.transactionId);
      expect(found).toEqual({ records: [record], receipt: receiptOf(record.transactionId, 'desk', 'adviser') });
    });

    it('tells of a call that has just begun, until its whole record is there, which stays', async () => {
      const store = open();
      const whole = callRecordOf({ transactionId: newCall() });
      const beginning = { ...whole, phase: 'new', actions: [], tookMs: 0 };

      await store.begin(beginning);
      const begun = await store.ofCall(whole.transactionId);
      await store.put([whole]);
      await store.begin(beginning);
      await store.put([{ ...whole, phase: 'ended' }]);

      expect(begun).toEqual({ records: [beginning] });
      expect(await store.ofCall(whole.transactionId)).toEqual({ records: [whole] });
    });

    it('finds nothing of a call that never was', async () => {
      expect(await open().ofCall(newCall())).toBeUndefined();
    });
  });
}

const hour = 60 * 60 * 1000;

/** How every CallRecordStore lists calls. `open` gives an empty store. */
export function describeCallsByTime(name: string, open: () => Promise<CallRecordStore> | CallRecordStore): void {
  describe(`${name}, by time`, () => {
    const startOf = (index: number): ReturnType<typeof epochMs> => epochMs(callBeganAt - index * 9 * hour);
    const callOf = (index: number): ReturnType<typeof callRecordOf> =>
      callRecordOf({ transactionId: `call-${index}`, callStartedAt: startOf(index) });
    const summaryOf = (index: number): object => ({ transactionId: `call-${index}`, startedAt: startOf(index) });
    const someDays = { from: epochMs(callBeganAt - 30 * 24 * hour), to: epochMs(callBeganAt + 1), limit: 100 };

    async function storeWith(count: number): Promise<CallRecordStore> {
      const store = await open();
      for (let index = 0; index < count; index += 1) {
        const later = callRecordOf({ ...callOf(index), sequence: 2, event: 'HANGUP' });
        await store.put([callOf(index), later]);
      }
      return store;
    }

    it('lists each call once, the latest first, over days', async () => {
      const store = await storeWith(6);

      const page = await store.between(someDays);

      expect(page).toEqual({ calls: [0, 1, 2, 3, 4, 5].map(summaryOf) });
    });

    it('lists a call from its beginning, and once', async () => {
      const store = await open();
      await store.begin({ ...callOf(0), phase: 'new' });
      const begun = await store.between(someDays);

      await store.put([callOf(0)]);

      expect(begun).toEqual({ calls: [summaryOf(0)] });
      expect(await store.between(someDays)).toEqual(begun);
    });

    it('takes the beginning of the time in and leaves its end out', async () => {
      const store = await storeWith(4);

      const page = await store.between({ ...someDays, from: startOf(2), to: startOf(0) });

      expect(page.calls).toEqual([summaryOf(1), summaryOf(2)]);
    });

    it.each([1, 2, 3, 6, 7])('shows every call once on pages of %d', async (limit) => {
      const store = await storeWith(6);
      const seen: object[] = [];
      const sizes: number[] = [];

      let cursor: string | undefined;
      do {
        const page = await store.between({ ...someDays, limit, ...(cursor === undefined ? {} : { cursor }) });
        seen.push(...page.calls);
        sizes.push(page.calls.length);
        ({ cursor } = page);
      } while (cursor !== undefined);

      expect(seen).toEqual([0, 1, 2, 3, 4, 5].map(summaryOf));
      expect(sizes).toHaveLength(Math.ceil(6 / limit));
    });

    it('loses none of the calls that began in the same millisecond', async () => {
      const store = await open();
      const ids = ['call-a', 'call-b', 'call-c', 'call-d', 'call-e'];
      for (const transactionId of ids) await store.put([callRecordOf({ transactionId })]);

      const first = await store.between({ ...someDays, limit: 2 });
      const second = await store.between({ ...someDays, limit: 2, cursor: first.cursor! });
      const third = await store.between({ ...someDays, limit: 2, cursor: second.cursor! });

      const seen = [first, second, third].flatMap(({ calls }) => calls.map(({ transactionId }) => transactionId));
      expect(seen.sort()).toEqual(ids);
      expect(third.cursor).toBeUndefined();
    });

    it('lists a call once that seems to have begun twice', async () => {
      const store = await open();
      await store.put([callRecordOf(), callRecordOf({ sequence: 2, event: 'NEW_INBOUND_CALL' })]);
      await store.put([callOf(1)]);

      const first = await store.between({ ...someDays, limit: 1 });
      const second = await store.between({ ...someDays, limit: 1, cursor: first.cursor! });

      expect([first.calls.length, second.calls]).toEqual([1, [summaryOf(1)]]);
      expect(second.cursor).toBeUndefined();
    });

    it.each([
      { case: 'a cursor of nobody’s making', changes: { cursor: 'hello' } },
      { case: 'no time at all', changes: { from: someDays.to } },
      { case: 'more than 31 days', changes: { from: epochMs(callBeganAt - 32 * 24 * hour) } },
      { case: 'a page of none', changes: { limit: 0 } },
      { case: 'a page of 101', changes: { limit: 101 } },
    ])('is not asked for $case', async ({ changes }) => {
      const store = await open();

      await expect(store.between({ ...someDays, ...changes })).rejects.toThrow(RangeError);
    });

    it('is not asked to go on from a page of other times', async () => {
      const store = await storeWith(4);
      const { cursor } = await store.between({ ...someDays, limit: 1 });

      await expect(store.between({ ...someDays, to: startOf(1), cursor: cursor! })).rejects.toThrow(RangeError);
    });
  });
}
