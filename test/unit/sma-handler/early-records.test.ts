import { whereaboutsOf } from '../../../shared/domain/call-flow/whereabouts.ts';
import type { CallRecord } from '../../../shared/domain/call-flow/call-record.ts';
import { BridgeError } from '../../../shared/errors.ts';
import { CallUnderWay } from '../../support/call-under-way.ts';
import { skillCallHeaders, smaFunction, timeUntil, type SmaFunctionFake } from '../../support/sma-call.ts';
import { anSmaEvent } from '../../support/sma-event-builder.ts';

const { TransactionId: transactionId } = anSmaEvent({ type: 'HANGUP' }).CallDetails;
const hangs = (): Promise<never> => new Promise(() => undefined);
const down = (): Promise<never> => Promise.reject(new BridgeError('store-unavailable', 'no answer'));

async function recordsOf(sma: SmaFunctionFake): Promise<readonly CallRecord[]> {
  return (await sma.callRecords.ofCall(transactionId))?.records ?? [];
}

async function meetingCall(): Promise<{ sma: SmaFunctionFake; call: CallUnderWay }> {
  const sma = await smaFunction(
    { defaultAttempts: [{ kind: 'meeting', id: 'advisers' }], rules: [] },
    { keepsRecords: true },
  );
  const call = new CallUnderWay(sma);
  await call.begins();
  return { sma, call };
}

describe('a call that begins', () => {
  it('is known while the other side’s telephone rings, with the key to its context', async () => {
    const sma = await smaFunction({}, { keepsRecords: true });
    const { id } = await sma.storedContext();

    await new CallUnderWay(sma).begins(skillCallHeaders(id));

    expect(await recordsOf(sma)).toMatchObject([
      { sequence: 1, event: 'NEW_INBOUND_CALL', phase: 'new', happenings: [], contextId: id },
    ]);
  });

  it('is told of wholly when somebody has answered', async () => {
    const sma = await smaFunction({}, { keepsRecords: true });
    const call = new CallUnderWay(sma);
    await call.begins();

    await call.succeeds('CallAndBridge');

    const [first, ...others] = await recordsOf(sma);
    expect(first).toMatchObject({ sequence: 1, phase: 'trying' });
    expect(first?.happenings.map(({ kind }) => kind)).toEqual(['routed', 'attemptBegan']);
    expect(others).toHaveLength(1);
  });

  it.each([
    { case: 'is down', begin: down, atMost: 0 },
    { case: 'does not answer', begin: hangs, atMost: 150 },
  ])('is answered all the same where the store $case', async ({ begin, atMost }) => {
    const sma = await smaFunction({}, { keepsRecords: true });
    Object.assign(sma.callRecords, { begin });
    const call = new CallUnderWay(sma);

    const waited = await timeUntil(sma, call.begins());

    expect(waited).toBeLessThanOrEqual(atMost);
    expect(call.attributes?.['records']).not.toBe('');
  });

  it('is not written about without a table', async () => {
    const sma = await smaFunction();

    await new CallUnderWay(sma).begins();

    expect(await recordsOf(sma)).toEqual([]);
  });
});

describe('a caller who waits for an adviser', () => {
  it('is known with the meeting that they wait in', async () => {
    const { sma, call } = await meetingCall();

    await call.succeeds('JoinChimeMeeting');

    const records = await recordsOf(sma);
    expect(records).toHaveLength(1);
    expect(whereaboutsOf(records)).toEqual({ destination: 'meeting:advisers', meetingId: expect.stringMatching(/./) });
  });

  it('is told of in the end, whatever could not be written before', async () => {
    const { sma, call } = await meetingCall();
    Object.assign(sma.callRecords, { put: down });
    await call.succeeds('JoinChimeMeeting');
    Reflect.deleteProperty(sma.callRecords, 'put');

    await call.hangsUp('LEG-A');
    await call.hangsUp('LEG-B');

    expect((await recordsOf(sma)).map(({ sequence }) => sequence)).toEqual([1, 2, 3, 4]);
  });
});
