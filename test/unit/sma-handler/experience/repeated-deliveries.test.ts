import type { SmaResponse } from '../../../../shared/contracts/sma-response.ts';
import { CallUnderWay } from '../../../support/call-under-way.ts';
import type { TableChanges } from '../../../support/routing-table-builder.ts';
import { skillCallHeaders, smaFunction, type SmaFunctionFake } from '../../../support/sma-call.ts';
import { anSmaEvent } from '../../../support/sma-event-builder.ts';

const table: TableChanges = {
  lookUps: [{ id: 'directory', url: 'https://directory.example-bank.test/route' }],
  rules: [
    {
      id: 'all',
      when: [],
      attempts: [
        { kind: 'lookUp', id: 'directory', timeoutSeconds: 20 },
        { kind: 'meeting', id: 'adviser', timeoutSeconds: 10 },
        { kind: 'contactCenter', id: 'support', timeoutSeconds: 20 },
      ],
      service: { afterwards: 'anotherTry', keys: { '1': 'nextPerson' }, recording: 'always' },
    },
  ],
};

async function aCall(): Promise<{ sma: SmaFunctionFake; call: CallUnderWay; contextId: string }> {
  const sma = await smaFunction(table, {
    voicemailBucket: 'voicemail',
    recordings: 'recordings-of-example-bank',
    waitingMusic: { bucket: 'sounds', key: 'waiting.wav' },
    keepsRecords: true,
  });
  const { id } = await sma.storedContext();
  return { sma, call: new CallUnderWay(sma), contextId: id };
}

const { TransactionId: transactionId } = anSmaEvent({ type: 'HANGUP' }).CallDetails;

/** What one call does, step by step, from the first ring to the end. */
const steps: { what: string; happens: (call: CallUnderWay) => Promise<unknown> }[] = [
  { what: 'joining a meeting', happens: (call) => call.succeeds('JoinChimeMeeting') },
  { what: 'a round of waiting in vain', happens: (call) => call.succeeds('PlayAudio') },
  { what: 'leaving the meeting', happens: (call) => call.hangupSucceeds() },
  { what: 'headers refused', happens: (call) => call.fails('InvalidActionParameter') },
  { what: 'an answer', happens: (call) => call.succeeds('CallAndBridge') },
  { what: 'the recording', happens: (call) => call.succeeds('StartCallRecording') },
  {
    what: 'a command',
    happens: (call) => call.isCommanded({ command: 'transfer', destination: 'contactCenter:support', valid: true }),
  },
  { what: 'the other side being gone', happens: (call) => call.hangupSucceeds() },
  { what: 'another answer', happens: (call) => call.succeeds('CallAndBridge') },
  { what: 'a key', happens: (call) => call.pressesWhileTalking('*7') },
  { what: 'the other side’s end', happens: (call) => call.hangsUp('LEG-B') },
  { what: 'another try', happens: (call) => call.presses('1') },
  { what: 'the caller’s end', happens: (call) => call.hangsUp('LEG-A') },
];

/** A function takes no time on a clock that stands still: nothing but the answer can differ. */
async function deliveredTwice(call: CallUnderWay): Promise<readonly [SmaResponse, SmaResponse]> {
  return [await call.repeated(), await call.repeated()];
}

describe('an event that is delivered more than once', () => {
  it('gets the same answer each time, all through a call', async () => {
    const { call, contextId } = await aCall();
    await call.begins(skillCallHeaders(contextId));

    for (const { what, happens } of [{ what: 'the beginning', happens: () => Promise.resolve() }, ...steps]) {
      await happens(call);
      const attributes = call.attributes;

      const [again, onceMore] = await deliveredTwice(call);

      expect({ what, again }).toEqual({ what, again: onceMore });
      expect({ what, attributes: again.TransactionAttributes }).toEqual({ what, attributes });
    }
  });

  it('claims one context, for one call', async () => {
    const { sma, call, contextId } = await aCall();
    await call.begins(skillCallHeaders(contextId));
    await deliveredTwice(call);

    const other = new CallUnderWay(sma, { transactionId: 'another-call' });
    await other.begins(skillCallHeaders(contextId));

    expect(call.attributes?.['state']).toContain(contextId);
    expect(other.attributes?.['state']).not.toContain(contextId);
  });

  it('opens one meeting, and tells advisers of that one', async () => {
    const { sma, call } = await aCall();
    await call.begins();
    await deliveredTwice(call);
    await call.succeeds('JoinChimeMeeting');
    await deliveredTwice(call);

    expect(new Set(sma.meetings.requests.map(({ requestToken }) => requestToken)).size).toBe(1);
    expect(new Set(sma.invitations.sent.map((invitation) => JSON.stringify(invitation))).size).toBe(1);
  });

  it('asks an operator’s service under the same key', async () => {
    const { sma, call } = await aCall();
    await call.begins();
    await deliveredTwice(call);

    expect(new Set(sma.lookUps.requests.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(1);
  });

  it('leaves one record, and one receipt', async () => {
    const { sma, call, contextId } = await aCall();
    await call.begins(skillCallHeaders(contextId));
    await call.hangsUp('LEG-A');
    await deliveredTwice(call);

    const stored = await sma.callRecords.ofCall(transactionId);

    expect(stored?.records.map(({ sequence }) => sequence)).toEqual([1, 2]);
    expect(stored?.receipt).toEqual({ transactionId, deliveries: [] });
  });
});

describe('an event that is delivered again before the first delivery is answered', () => {
  it('gets the same answer', async () => {
    const { sma, contextId } = await aCall();
    const event = anSmaEvent({ type: 'NEW_INBOUND_CALL', sipHeaders: skillCallHeaders(contextId) });

    const [first, second, third] = await Promise.all([sma.handle(event), sma.handle(event), sma.handle(event)]);

    expect(second).toEqual(first);
    expect(third).toEqual(first);
    expect(new Set(sma.meetings.requests.map(({ requestToken }) => requestToken)).size).toBe(1);
  });

  it('takes nothing from a call that begins at the same moment', async () => {
    const { sma, contextId } = await aCall();
    const mine = anSmaEvent({ type: 'NEW_INBOUND_CALL', sipHeaders: skillCallHeaders(contextId) });
    const stranger = anSmaEvent({ type: 'NEW_INBOUND_CALL', transactionId: 'stranger' });

    const [first, other, again] = await Promise.all([sma.handle(mine), sma.handle(stranger), sma.handle(mine)]);

    expect(again).toEqual(first);
    expect(JSON.stringify(other)).not.toContain(contextId);
  });
});
