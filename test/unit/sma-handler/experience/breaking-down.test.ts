import type { E164 } from '../../../../shared/domain/phone-number.ts';
import { CallUnderWay } from '../../../support/call-under-way.ts';
import { branchOf, type TableChanges } from '../../../support/routing-table-builder.ts';
import { typesOf, uriOf } from '../../../support/sma-actions.ts';
import { smaFunction, type SmaFunctionFake } from '../../../support/sma-call.ts';

const defaultDestination = '+12065550141';

const table: TableChanges = {
  branches: [branchOf({ id: 'tacoma', number: '+12535550143' as E164 })],
  rules: [
    {
      id: 'all',
      when: [],
      attempts: [
        { kind: 'contactCenter', id: 'support', timeoutSeconds: 20 },
        { kind: 'branch', id: 'tacoma', timeoutSeconds: 20 },
      ],
    },
  ],
};

async function aCall(changes: TableChanges = table): Promise<{ sma: SmaFunctionFake; call: CallUnderWay }> {
  const sma = await smaFunction(changes);
  const call = new CallUnderWay(sma);
  await call.begins();
  return { sma, call };
}

describe('a bug of ours in the middle of a call', () => {
  it('brings a caller whom nobody answers to the default destination once, and then an apology', async () => {
    const { sma, call } = await aCall();

    sma.bugs = 1;
    const first = await call.fails('CallNotAnswered');
    sma.bugs = 1;
    const second = await call.fails('CallNotAnswered');

    expect(uriOf(first)).toBe(defaultDestination);
    expect(typesOf(second)).toEqual(['Speak', 'Hangup']);
  });

  it('is in the logs, with the call, and without what it quotes', async () => {
    const { sma, call } = await aCall();

    sma.bugs = 1;
    await call.fails('CallNotAnswered');

    const line = sma.logged.find((each) => each.includes('unexpected-exception')) ?? '{}';
    expect(JSON.parse(line)).toMatchObject({ level: 'error', transactionId: expect.any(String), sequence: 2 });
    expect(line).not.toContain('a bug');
  });

  it('leaves whoever has answered to the caller, and the call ends as any other', async () => {
    const { sma, call } = await aCall();

    sma.bugs = 1;
    const answered = await call.succeeds('CallAndBridge');

    expect(answered).toEqual([]);
    expect(call.phase).toBe('connected');
    expect(typesOf(await call.hangsUp('LEG-B'))).toEqual(['Hangup']);
  });

  it('leaves the call that the default destination takes an ordinary one', async () => {
    const { sma, call } = await aCall();
    sma.bugs = 1;
    await call.fails('CallNotAnswered');
    await call.succeeds('CallAndBridge');

    expect(call.phase).toBe('connected');
    expect(typesOf(await call.hangsUp('LEG-B'))).toEqual(['Hangup']);
  });

  it('changes nothing where it is in what commands are checked by', async () => {
    const { call } = await aCall();

    expect(await call.isCommanded({ breaks: true })).toEqual([]);
    expect(call.phase).toBe('trying');
    expect(uriOf(await call.fails('CallNotAnswered'))).toBe('+12535550143');
  });

  it('brings a caller out of a meeting in which nobody would look after them any more', async () => {
    const { sma, call } = await aCall({
      rules: [{ id: 'all', when: [], attempts: [{ kind: 'meeting', id: 'adviser', timeoutSeconds: 60 }] }],
    });
    await call.succeeds('JoinChimeMeeting');

    sma.bugs = 1;
    const leaving = await call.succeeds('Pause');
    const ringing = await call.hangupSucceeds();

    expect(typesOf(leaving)).toEqual(['Hangup']);
    expect(uriOf(ringing)).toBe(defaultDestination);
    expect(sma.meetings.closed).toHaveLength(1);
  });
});

describe('a bug of ours in what is told of a call', () => {
  const bug = (): never => {
    throw new TypeError('a bug');
  };
  const faults: { case: string; breaks: (sma: SmaFunctionFake) => void }[] = [
    { case: 'counting', breaks: (sma) => void (sma.metrics.add = bug) },
    { case: 'annotating traces', breaks: (sma) => void (sma.traces.annotate = bug) },
    { case: 'writing records', breaks: (sma) => void (sma.callRecords.put = bug) },
    { case: 'reading receipts', breaks: (sma) => void (sma.contexts.deliveries = bug) },
  ];

  it.each(faults)('costs no caller their call: $case', async ({ breaks }) => {
    const sma = await smaFunction({}, { keepsRecords: true });
    breaks(sma);
    const call = new CallUnderWay(sma);

    const first = await call.begins();
    await call.succeeds('CallAndBridge');
    const last = await call.hangsUp('LEG-B');

    expect(uriOf(first)).toBe('+12065550150');
    expect(typesOf(last)).toEqual(['Hangup']);
    expect(await call.hangsUp('LEG-A')).toEqual([]);
  });
});
