import { CallUnderWay } from '../../support/call-under-way.ts';
import { branchOf } from '../../support/routing-table-builder.ts';
import { skillCallHeaders, smaFunction, type SmaFunctionFake } from '../../support/sma-call.ts';

const attempts = [
  { kind: 'contactCenter', id: 'support', timeoutSeconds: 20 },
  { kind: 'branch', id: 'downtown', timeoutSeconds: 20 },
] as const;
const table = { branches: [branchOf({ id: 'downtown' })], rules: [{ id: 'everybody', when: [], attempts }] };

/** A skill call that the contact centre does not answer, and a branch does; each event a second after the one before. */
async function aCall(): Promise<{ sma: SmaFunctionFake; call: CallUnderWay }> {
  const sma = await smaFunction(table);
  const { id } = await sma.storedContext();
  const call = new CallUnderWay(sma);
  const tick = (): Promise<void> => sma.clock.advanceBy(1000);
  await call.begins(skillCallHeaders(id));
  await tick();
  await call.fails('CallNotAnswered');
  await tick();
  await call.succeeds('CallAndBridge');
  await tick();
  await call.hangsUp('LEG-B');
  await tick();
  await call.hangsUp('LEG-A');
  return { sma, call };
}

function linesOf({ logged }: SmaFunctionFake): Record<string, unknown>[] {
  return logged.map((line) => JSON.parse(line) as Record<string, unknown>);
}

describe('what logs tell of a call', () => {
  it('is its story in order, each line with the call’s id', async () => {
    const { sma } = await aCall();

    const lines = linesOf(sma);

    expect(lines.map(({ event, sequence }) => `${String(sequence)} ${String(event)}`)).toEqual([
      '1 call-routed',
      '1 call-attempt-began',
      '1 invocation-answered',
      '2 call-attempt-ended',
      '2 call-attempt-began',
      '2 invocation-answered',
      '3 call-attempt-ended',
      '3 invocation-answered',
      '4 call-leg-ended',
      '4 invocation-answered',
      '5 call-leg-ended',
      '5 invocation-answered',
    ]);
    expect(new Set(lines.map((line) => line['transactionId'])).size).toBe(1);
  });

  it('says how it was decided, who was tried, and how that ended', async () => {
    const { sma } = await aCall();

    expect(linesOf(sma)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ event: 'call-routed', ruleId: 'everybody', tableVersion: 1, reasonId: 'billing' }),
        expect.objectContaining({ event: 'call-attempt-ended', destinationId: 'support', outcome: 'notAnswered' }),
        expect.objectContaining({ event: 'call-attempt-ended', destinationId: 'downtown', outcome: 'answered' }),
      ]),
    );
  });
});

describe('what is counted of a call', () => {
  it('is each thing once', async () => {
    const { sma } = await aCall();

    const totals = Object.fromEntries(
      (
        [
          'Calls',
          'CallsAnswered',
          'CallsUnanswered',
          'AttemptsMade',
          'AttemptsAnswered',
          'AttemptsFailed',
          'ContextSent',
          'ContextNotDelivered',
          'FallbackUsed',
          'InvariantBreaches',
        ] as const
      ).map((name) => [name, sma.metrics.total(name)]),
    );
    expect(totals).toEqual({
      Calls: 1,
      CallsAnswered: 1,
      CallsUnanswered: 0,
      AttemptsMade: 2,
      AttemptsAnswered: 1,
      AttemptsFailed: 1,
      ContextSent: 1,
      ContextNotDelivered: 1,
      FallbackUsed: 0,
      InvariantBreaches: 0,
    });
  });

  it('is unanswered when the caller leaves before anybody has answered', async () => {
    const sma = await smaFunction(table);
    const call = new CallUnderWay(sma);
    await call.begins();

    await call.hangsUp('LEG-A');

    expect(sma.metrics.total('CallsUnanswered')).toBe(1);
    expect(sma.metrics.total('CallsAnswered')).toBe(0);
  });

  it('is a fallback when there is no table to decide by', async () => {
    const sma = await smaFunction(table);
    sma.tables.load = () => Promise.reject(new Error('no answer'));
    const call = new CallUnderWay(sma);

    await call.begins();

    expect(sma.metrics.total('FallbackUsed')).toBe(1);
  });
});

describe('what traces are found by', () => {
  it('is the call, where it stands, and whom it is with', async () => {
    const { sma } = await aCall();

    expect(sma.traces.annotated).toMatchObject([
      {
        sequence: 1,
        event: 'NEW_INBOUND_CALL',
        phase: 'trying',
        destinationKind: 'contactCenter',
        ruleId: 'everybody',
      },
      { sequence: 2, event: 'ACTION_FAILED', phase: 'trying', destinationId: 'downtown' },
      { sequence: 3, event: 'ACTION_SUCCESSFUL', phase: 'connected', entry: 'alexa-skill-call' },
      { sequence: 4, event: 'HANGUP', phase: 'ended' },
      { sequence: 5, event: 'HANGUP', phase: 'ended' },
    ]);
  });
});
