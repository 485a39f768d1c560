import type { E164 } from '../../../shared/domain/phone-number.ts';
import type { LookUpAnswer } from '../../../shared/ports/look-ups.ts';
import { readState } from '../../../sma-handler/transaction-attributes.ts';
import { contextIdIn, ringingIn, typesOf, uriOf } from '../../support/sma-actions.ts';
import { branchOf, type TableChanges } from '../../support/routing-table-builder.ts';
import { ownNumber, skillCallHeaders, smaFunction, type SmaFunctionFake } from '../../support/sma-call.ts';
import { anSmaEvent, callerLeg, connected } from '../../support/sma-event-builder.ts';

const toSupport = { kind: 'contactCenter', id: 'support', timeoutSeconds: 30 } as const;
const directory = { kind: 'lookUp', id: 'directory', timeoutSeconds: 25 } as const;

const asksTheDirectory: TableChanges = {
  lookUps: [{ id: 'directory', url: 'https://directory.example-bank.test/route' }],
  rules: [{ id: 'ask', when: [], attempts: [directory, toSupport] }],
  branches: [
    branchOf({ id: 'bellevue', number: '+14255550142' as E164 }),
    branchOf({ id: 'ourselves', number: ownNumber }),
  ],
  dialling: { allow: ['+1'], deny: ['+1900'] },
};

const began = anSmaEvent({ type: 'NEW_INBOUND_CALL' });
const { TransactionId: transactionId } = began.CallDetails;

function logLine(sma: SmaFunctionFake, name: string): unknown {
  return JSON.parse(sma.logged.find((line) => line.includes(`"${name}"`)) ?? '{}');
}

describe('a look-up', () => {
  it('tells the operator’s service all about the caller, and about the call', async () => {
    const sma = await smaFunction(asksTheDirectory);
    const context = await sma.storedContext();

    await sma.handle(anSmaEvent({ type: 'NEW_INBOUND_CALL', sipHeaders: skillCallHeaders(context.id) }));

    expect(sma.lookUps.requests).toEqual([
      {
        lookUpId: 'directory',
        url: 'https://directory.example-bank.test/route',
        idempotencyKey: `${transactionId}-1`,
        timeoutMs: 800,
        call: {
          transactionId,
          ruleId: 'ask',
          contextId: context.id,
          tableVersion: 1,
          phoneNumber: callerLeg.From,
          locale: 'en-US',
        },
        context,
      },
    ]);
  });

  const named: { case: string; answer: LookUpAnswer; expected: object }[] = [
    {
      case: 'a number, for as long as the service says',
      answer: { kind: 'named', destination: { kind: 'phone', number: '+12065550199' as E164 }, timeoutSeconds: 12 },
      expected: { CallTimeoutSeconds: 12, Endpoints: [{ BridgeEndpointType: 'PSTN', Uri: '+12065550199' }] },
    },
    {
      case: 'a branch, for as long as the table says',
      answer: { kind: 'named', destination: { kind: 'branch', id: 'bellevue' } },
      expected: { CallTimeoutSeconds: 25, Endpoints: [{ BridgeEndpointType: 'PSTN', Uri: '+14255550142' }] },
    },
    {
      case: 'a contact centre',
      answer: { kind: 'named', destination: { kind: 'contactCenter', id: 'support' } },
      expected: { CallTimeoutSeconds: 25, Endpoints: [{ BridgeEndpointType: 'AWS', Uri: '+12065550150' }] },
    },
  ];

  it.each(named)('rings whom the service names: $case', async ({ answer, expected }) => {
    const sma = await smaFunction(asksTheDirectory);
    sma.lookUps.answer = answer;

    const { Actions } = await sma.handle(began);

    expect(typesOf(Actions)).toEqual(['Speak', 'CallAndBridge']);
    expect(ringingIn(Actions)).toMatchObject({ Parameters: expected });
    expect(logLine(sma, 'look-up-answered')).toMatchObject({ destinationId: 'directory', milliseconds: 0 });
  });

  it('that is still to come leaves no URL among the transaction’s attributes', async () => {
    const sma = await smaFunction({
      ...asksTheDirectory,
      rules: [{ id: 'ask', when: [], attempts: [toSupport, directory] }],
    });

    const { TransactionAttributes } = await sma.handle(began);

    expect(readState(TransactionAttributes)).toMatchObject({ remaining: [{ kind: 'lookUp', id: 'directory' }] });
    expect(JSON.stringify(TransactionAttributes)).not.toContain('https:');
  });

  it('hands the context id on to a contact centre that the service names', async () => {
    const sma = await smaFunction(asksTheDirectory);
    const context = await sma.storedContext();
    sma.lookUps.answer = { kind: 'named', destination: { kind: 'contactCenter', id: 'support' } };

    const { Actions } = await sma.handle(
      anSmaEvent({ type: 'NEW_INBOUND_CALL', sipHeaders: skillCallHeaders(context.id) }),
    );

    expect(contextIdIn(Actions)).toBe(context.id);
  });

  const inVain: { case: string; answer: LookUpAnswer; code: string; outcome: string }[] = [
    {
      case: 'is broken',
      answer: { kind: 'failed', because: 'status-error', httpStatus: 503 },
      code: 'status-error',
      outcome: 'unreachable',
    },
    ...[401, 403, 404].map((httpStatus): (typeof inVain)[number] => ({
      case: `refuses to answer with ${httpStatus}`,
      answer: { kind: 'failed', because: 'status-refused', httpStatus },
      code: 'status-refused',
      outcome: 'misconfigured',
    })),
    {
      case: 'has too much to do',
      answer: { kind: 'failed', because: 'status-refused', httpStatus: 429 },
      code: 'status-refused',
      outcome: 'unreachable',
    },
    {
      case: 'sends us elsewhere',
      answer: { kind: 'failed', because: 'redirected', httpStatus: 307 },
      code: 'redirected',
      outcome: 'misconfigured',
    },
    {
      case: 'names our own number, which would ask it again',
      answer: { kind: 'named', destination: { kind: 'phone', number: ownNumber } },
      code: 'number-not-allowed',
      outcome: 'misconfigured',
    },
    {
      case: 'names a branch that has our own number',
      answer: { kind: 'named', destination: { kind: 'branch', id: 'ourselves' } },
      code: 'number-not-allowed',
      outcome: 'misconfigured',
    },
    { case: 'is late', answer: { kind: 'failed', because: 'late' }, code: 'late', outcome: 'unreachable' },
    {
      case: 'is not understood',
      answer: { kind: 'failed', because: 'answer-malformed', httpStatus: 200 },
      code: 'answer-malformed',
      outcome: 'misconfigured',
    },
    {
      case: 'names a number that is denied',
      answer: { kind: 'named', destination: { kind: 'phone', number: '+19005550199' as E164 } },
      code: 'number-not-allowed',
      outcome: 'misconfigured',
    },
    {
      case: 'names a number that is not allowed',
      answer: { kind: 'named', destination: { kind: 'phone', number: '+4915550199' as E164 } },
      code: 'number-not-allowed',
      outcome: 'misconfigured',
    },
    {
      case: 'names a branch that does not exist',
      answer: { kind: 'named', destination: { kind: 'branch', id: 'atlantis' } },
      code: 'branch-unknown',
      outcome: 'misconfigured',
    },
    {
      case: 'names a contact centre that does not exist',
      answer: { kind: 'named', destination: { kind: 'contactCenter', id: '__proto__' } },
      code: 'contact-center-unknown',
      outcome: 'misconfigured',
    },
  ];

  it.each(inVain)('gives way to the next attempt when the service $case', async ({ answer, code, outcome }) => {
    const sma = await smaFunction(asksTheDirectory);
    sma.lookUps.answer = answer;

    const { Actions } = await sma.handle(began);

    expect(uriOf(Actions)).toBe('+12065550150');
    expect(logLine(sma, 'look-up-failed')).toMatchObject({ code, outcome, destinationId: 'directory' });
    expect(sma.logged.join('\n')).not.toMatch(/5550199|5550123/);
  });

  it('that has nobody for the call is no trouble: the next attempt is made, whatever the policy', async () => {
    const strict = { ...directory, onOutcome: { unreachable: 'end', misconfigured: 'end' } } as const;
    const sma = await smaFunction({
      ...asksTheDirectory,
      rules: [{ id: 'ask', when: [], attempts: [strict, toSupport] }],
    });
    sma.lookUps.answer = { kind: 'nobody' };

    const { Actions } = await sma.handle(began);

    expect(uriOf(Actions)).toBe('+12065550150');
    expect(logLine(sma, 'look-up-answered')).toMatchObject({ level: 'info', code: 'nobody-named' });
    expect(logLine(sma, 'look-up-failed')).toEqual({});
  });

  it('in vain ends the call where its policy says so', async () => {
    const strict = { ...directory, onOutcome: { unreachable: 'end' } } as const;
    const sma = await smaFunction({
      ...asksTheDirectory,
      rules: [{ id: 'ask', when: [], attempts: [strict, toSupport] }],
    });
    sma.lookUps.answer = { kind: 'failed', because: 'late' };

    const { Actions } = await sma.handle(began);

    expect(typesOf(Actions)).toEqual(['Speak', 'Hangup']);
  });

  it('hands its policy down to whom the service names', async () => {
    const strict = { ...directory, onOutcome: { notAnswered: 'end' } } as const;
    const sma = await smaFunction({
      ...asksTheDirectory,
      rules: [{ id: 'ask', when: [], attempts: [strict, toSupport] }],
    });
    sma.lookUps.answer = { kind: 'named', destination: { kind: 'branch', id: 'bellevue' } };
    const first = await sma.handle(began);

    const { Actions } = await sma.handle(
      anSmaEvent({
        type: 'ACTION_FAILED',
        sequence: 2,
        participants: [connected(callerLeg)],
        attributes: first.TransactionAttributes,
        actionData: { Type: 'CallAndBridge', ErrorType: 'CallNotAnswered' },
      }),
    );

    expect(uriOf(first.Actions)).toBe('+14255550142');
    expect(typesOf(Actions)).toEqual(['Speak', 'Hangup']);
  });

  it('later in the call has the context too, and a key of its own', async () => {
    const sma = await smaFunction({
      ...asksTheDirectory,
      rules: [{ id: 'ask', when: [], attempts: [toSupport, directory] }],
    });
    const context = await sma.storedContext();
    const first = await sma.handle(anSmaEvent({ type: 'NEW_INBOUND_CALL', sipHeaders: skillCallHeaders(context.id) }));

    await sma.handle(
      anSmaEvent({
        type: 'ACTION_FAILED',
        sequence: 2,
        participants: [connected(callerLeg)],
        attributes: first.TransactionAttributes,
        actionData: { Type: 'CallAndBridge', ErrorType: 'CallNotAnswered' },
      }),
    );

    expect(sma.lookUps.requests).toMatchObject([{ idempotencyKey: `${transactionId}-2`, context: { id: context.id } }]);
  });

  it('asks the same again, under the same key, when the invocation is repeated', async () => {
    const sma = await smaFunction(asksTheDirectory);

    const answers = [await sma.handle(began), await sma.handle(began)];

    expect(answers[1]).toEqual(answers[0]);
    expect(sma.lookUps.requests[1]).toEqual(sma.lookUps.requests[0]);
  });

  it('asks nobody where there are no keys to sign with', async () => {
    const sma = await smaFunction(asksTheDirectory, { asksServices: false });

    const { Actions } = await sma.handle(began);

    expect(uriOf(Actions)).toBe('+12065550150');
    expect(logLine(sma, 'look-up-failed')).toMatchObject({ code: 'signing-keys-missing', outcome: 'misconfigured' });
  });

  it('is not made, and no store asked for it, by a call whose plan has none', async () => {
    const sma = await smaFunction();
    const context = await sma.storedContext();
    let claims = 0;
    const claim = sma.contexts.claim.bind(sma.contexts);
    sma.contexts.claim = (...asked) => {
      claims += 1;
      return claim(...asked);
    };

    await sma.handle(anSmaEvent({ type: 'NEW_INBOUND_CALL', sipHeaders: skillCallHeaders(context.id) }));

    expect({ claims, asked: sma.lookUps.requests.length }).toEqual({ claims: 1, asked: 0 });
  });
});
