import { BridgeError } from '../../../shared/errors.ts';
import type { CallRecord } from '../../../shared/domain/call-flow/call-record.ts';
import { summarise } from '../../../shared/domain/call-flow/summarise.ts';
import { CallUnderWay } from '../../support/call-under-way.ts';
import { typesOf } from '../../support/sma-actions.ts';
import { skillCallHeaders, smaFunction, timeUntil, type SmaFunctionFake } from '../../support/sma-call.ts';
import { anSmaEvent } from '../../support/sma-event-builder.ts';

const { TransactionId: transactionId } = anSmaEvent({ type: 'HANGUP' }).CallDetails;
const down = (): Promise<never> => Promise.reject(new BridgeError('store-unavailable', 'no answer'));
const hangs = (): Promise<never> => new Promise(() => undefined);

/** A skill call, up to the first ring. */
async function ringing(): Promise<{ sma: SmaFunctionFake; call: CallUnderWay; contextId: string }> {
  const sma = await smaFunction({}, { keepsRecords: true });
  const { id } = await sma.storedContext();
  const call = new CallUnderWay(sma);
  await call.begins(skillCallHeaders(id));
  return { sma, call, contextId: id };
}

async function sequencesOf(sma: SmaFunctionFake): Promise<number[]> {
  const stored = await sma.callRecords.ofCall(transactionId);
  return (stored?.records ?? []).map(({ sequence }) => sequence);
}

/** In vain, for the table has no such place; and what is kept of it is long. */
function wantsTransfer(call: CallUnderWay, time: number): Promise<unknown> {
  const command = { command: 'transfer', destination: `branch:${'x'.repeat(32)}`, commandId: `command-${time}` };
  return call.isCommanded({ ...command, valid: true });
}

/** Lets writing fail until the function returned is called. */
function unwritable(sma: SmaFunctionFake, how: () => Promise<never> = down): () => void {
  Object.assign(sma.callRecords, { put: how });
  return () => void Reflect.deleteProperty(sma.callRecords, 'put');
}

describe('the records of a call', () => {
  it('wait in its attributes while the caller waits, and nothing is asked of the store', async () => {
    const { sma, call } = await ringing();
    let asked = 0;
    sma.callRecords.put = () => {
      asked += 1;
      return down();
    };

    await call.fails('InvalidActionParameter');

    expect(asked).toBe(0);
    expect(call.attributes?.['records']).not.toBe('');
  });

  it('are written when two have begun to talk', async () => {
    const { sma, call } = await ringing();

    await call.succeeds('CallAndBridge');

    expect(await sequencesOf(sma)).toEqual([1, 2]);
    expect(call.attributes?.['records']).toBe('');
  });

  it('are all there in the end, and tell the call’s story', async () => {
    const { sma, call, contextId } = await ringing();
    await call.succeeds('CallAndBridge');
    await call.hangsUp('LEG-B');

    await call.hangsUp('LEG-A');

    const { records = [] } = (await sma.callRecords.ofCall(transactionId)) ?? {};
    expect(records.map(({ sequence, event, phase }: CallRecord) => ({ sequence, event, phase }))).toEqual([
      { sequence: 1, event: 'NEW_INBOUND_CALL', phase: 'trying' },
      { sequence: 2, event: 'ACTION_SUCCESSFUL', phase: 'connected' },
      { sequence: 3, event: 'HANGUP', phase: 'ended' },
      { sequence: 4, event: 'HANGUP', phase: 'ended' },
    ]);
    expect(records[0]).toMatchObject({ contextId, actions: ['Speak', 'CallAndBridge'], transactionId });
    expect(summarise(records)).toMatchObject({ answeredBy: 'contactCenter:support', hungUpBy: 'otherSide' });
  });

  it.each(['LEG-A', 'LEG-B'] as const)('have a receipt in the end when %s hangs up first', async (first) => {
    const { sma, call, contextId } = await ringing();
    await call.succeeds('CallAndBridge');
    const delivery = { to: 'crm', at: sma.clock.now() };
    await sma.contexts.deliver(contextId as never, delivery);
    await call.hangsUp(first);

    await call.hangsUp(first === 'LEG-A' ? 'LEG-B' : 'LEG-A');

    expect(await sma.callRecords.ofCall(transactionId)).toMatchObject({
      receipt: { transactionId, deliveries: [delivery] },
    });
    expect(sma.metrics.total('ContextDelivered')).toBe(1);
  });

  it('have a receipt that says so when nobody looked', async () => {
    const { sma, call } = await ringing();
    await call.succeeds('CallAndBridge');
    await call.hangsUp('LEG-B');
    await call.hangsUp('LEG-A');

    expect(await sma.callRecords.ofCall(transactionId)).toMatchObject({ receipt: { deliveries: [] } });
    expect(sma.metrics.total('ContextNotDelivered')).toBe(1);
  });

  it('are not kept where there is no table for them', async () => {
    const call = new CallUnderWay(await smaFunction());

    await call.begins();

    expect(call.attributes?.['records']).toBe('');
  });
});

describe('when records cannot be written', () => {
  it.each([
    { case: 'is down', how: down },
    { case: 'does not answer', how: hangs },
  ])('none is lost, and the next invocation that nobody waits for tries again: the store $case', async ({ how }) => {
    const { sma, call } = await ringing();
    const canAgain = unwritable(sma, how);
    const talking = call.succeeds('CallAndBridge');
    await timeUntil(sma, talking);
    const waiting = call.attributes?.['records'];
    canAgain();

    await call.hangsUp('LEG-B');
    await call.hangsUp('LEG-A');

    expect(await talking).toEqual([]);
    expect(waiting).not.toBe('');
    expect(await sequencesOf(sma)).toEqual([1, 2, 3, 4]);
    expect(sma.logged.join('\n')).toContain('records-not-written');
  });

  it('the function gives up before its time is over', async () => {
    const { sma, call } = await ringing();
    unwritable(sma, hangs);
    sma.contexts.deliveries = hangs;
    sma.tables.currentVersion = hangs;
    await sma.clock.advanceBy(60_000);

    const waited = await timeUntil(sma, call.hangsUp('LEG-A'));

    expect(waited).toBeLessThanOrEqual(3400);
  });

  it('the call goes on, and a receipt that cannot be had keeps nothing from being written', async () => {
    const { sma, call } = await ringing();
    sma.contexts.deliveries = down;
    await call.succeeds('CallAndBridge');

    expect(typesOf(await call.hangsUp('LEG-B'))).toEqual(['Hangup']);
    await call.hangsUp('LEG-A');

    expect(await sequencesOf(sma)).toEqual([1, 2, 3, 4]);
    expect(sma.logged.join('\n')).toContain('receipt-unavailable');
  });

  it('the beginning and the latest of a very long call are kept, and leave room for its plan', async () => {
    const { sma, call } = await ringing();
    const canAgain = unwritable(sma);
    await call.succeeds('CallAndBridge');
    for (let time = 0; time < 100; time += 1) await wantsTransfer(call, time);
    const { records = '' } = call.attributes ?? {};
    canAgain();

    await call.hangsUp('LEG-B');
    await call.hangsUp('LEG-A');

    const sequences = await sequencesOf(sma);
    expect(records.length).toBeLessThanOrEqual(9_000);
    expect(sequences[0]).toBe(1);
    expect(sequences.slice(-3)).toEqual([102, 103, 104]);
    expect(sequences.length).toBeGreaterThan(30);
  });

  it('so many that they take the room of others are written even while somebody waits', async () => {
    const { sma, call } = await ringing();
    const canAgain = unwritable(sma);
    await call.succeeds('CallAndBridge');
    for (let time = 0; time < 100; time += 1) await wantsTransfer(call, time);
    canAgain();

    await call.isCommanded({ command: 'hangUp', commandId: 'the-last', valid: true });

    expect(call.attributes?.['records']).toBe('');
    expect((await sequencesOf(sma)).at(-1)).toBe(103);
  });

  it('those that wait are not lost to a bug in what else is told of the call', async () => {
    const { sma, call } = await ringing();
    sma.metrics.add = () => {
      throw new TypeError('a bug');
    };
    await call.fails('InvalidActionParameter');
    Reflect.deleteProperty(sma.metrics, 'add');

    await call.succeeds('CallAndBridge');

    expect(await sequencesOf(sma)).toContain(1);
  });
});
