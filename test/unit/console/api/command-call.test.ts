import type { Answer } from '../../../../console/api/answer.ts';
import type { CallControl } from '../../../../console/api/call-control.ts';
import { createConsoleHandler } from '../../../../console/api/console-handler.ts';
import type { ConsoleServices } from '../../../../console/api/console-services.ts';
import { commandCall } from '../../../../console/api/routes/command-call.ts';
import type { ConsoleEvent } from '../../../../console/api/token.ts';
import type { CommandResult } from '../../../../shared/ports/call-commands.ts';
import { callCommandResponseSchema } from '../../../../shared/contracts/console-api.ts';
import type { CallRecord } from '../../../../shared/domain/call-flow/call-record.ts';
import type { CallCommand } from '../../../../shared/domain/call-flow/call-command.ts';
import { BridgeError } from '../../../../shared/errors.ts';
import { createLogger } from '../../../../shared/observability/logger.ts';
import type { CommandedCall } from '../../../../shared/ports/call-commands.ts';
import type { CallRecordStore } from '../../../../shared/ports/call-record-store.ts';
import { TimersFake } from '../../../support/timers-fake.ts';

const transactionId = '11111111-2222-4333-8444-555555555555';
const ofRecord = { sipMediaApplicationId: 'aaaaaaaa-0000-4000-8000-000000000001', region: 'us-west-2' };
const usual = { sipMediaApplicationId: 'bbbbbbbb-0000-4000-8000-000000000002', region: 'us-east-1' };
const transfer = { command: 'transfer', destination: 'branch:tacoma' };

describe('POST /calls/{transactionId}/commands', () => {
  let sent: { call: CommandedCall; command: CallCommand }[];
  let answerOfCalls: CommandResult;
  let lines: string[];
  beforeEach(() => {
    sent = [];
    answerOfCalls = { kind: 'accepted', commandId: 'command-1' };
    lines = [];
  });

  const control: CallControl = {
    commands: {
      async send(call, command) {
        sent.push({ call, command });
        return answerOfCalls;
      },
    },
  };

  function storeOf(records: Partial<CallRecord>[] | undefined): CallRecordStore {
    return {
      ofCall: async (id: string) =>
        records === undefined || id !== transactionId ? undefined : { records: records as CallRecord[] },
    } as unknown as CallRecordStore;
  }

  function storeThatFails(error: Error): CallRecordStore {
    const ofCall = async (): Promise<never> => {
      throw error;
    };
    return { ofCall } as unknown as CallRecordStore;
  }

  interface Asked {
    readonly id?: string;
    readonly body?: unknown;
    readonly text?: string;
    readonly base64?: boolean;
    readonly scope?: string;
    readonly services?: Partial<ConsoleServices>;
  }

  function ask({
    id = transactionId,
    body = transfer,
    text,
    base64 = false,
    scope = 'calls/control',
    services,
  }: Asked = {}) {
    const written = text ?? JSON.stringify(body);
    const event = {
      routeKey: commandCall.key,
      pathParameters: { transactionId: id },
      body: base64 ? Buffer.from(written).toString('base64') : written,
      isBase64Encoded: base64,
      requestContext: { authorizer: { jwt: { claims: { client_id: 'operator', scope }, scopes: null } } },
    } as unknown as ConsoleEvent;
    const clock = new TimersFake();
    const log = createLogger({ clock, write: (line) => void lines.push(line) });
    const all = { clock, log, callControl: control, callRecords: storeOf([ofRecord]), ...services };
    return createConsoleHandler([commandCall], all as unknown as ConsoleServices)(event);
  }

  const bodyOf = (answer: Answer): { code?: string; message?: string } =>
    JSON.parse(answer.body ?? '') as { code?: string; message?: string };

  it('hands the command to the call where its records say it is, and answers with its id', async () => {
    const answer = await ask({ services: { callRecords: storeOf([{}, ofRecord]) } });

    expect(answer.statusCode).toBe(202);
    expect(callCommandResponseSchema.parse(bodyOf(answer))).toEqual({ commandId: 'command-1' });
    expect(sent).toMatchObject([{ call: { transactionId, ...ofRecord }, command: transfer }]);
  });

  it.each(['hangUp', 'mute', 'unmute', 'adviserJoined'])('takes %s', async (command) => {
    const answer = await ask({ body: { command } });

    expect(answer.statusCode).toBe(202);
    expect(sent.map((each) => each.command)).toEqual([{ command }]);
  });

  it('reads a body that API Gateway has put into base64', async () => {
    const answer = await ask({ base64: true });

    expect(answer.statusCode).toBe(202);
  });

  it.each<{ case: string; callRecords: CallRecordStore | undefined }>([
    { case: 'has no records yet', callRecords: storeOf(undefined) },
    { case: 'has records that do not say where it is', callRecords: storeOf([{}]) },
    { case: 'cannot be looked up', callRecords: storeThatFails(new BridgeError('store-unavailable', 'x')) },
    { case: 'has records that cannot be read', callRecords: storeThatFails(new BridgeError('record-corrupt', 'x')) },
    { case: 'is nowhere recorded', callRecords: undefined },
  ])('is sent to where calls usually are when the call $case', async ({ callRecords }) => {
    const services = { callControl: { ...control, usualApplication: usual }, callRecords } as Partial<ConsoleServices>;

    const answer = await ask({ services });

    expect(answer.statusCode).toBe(202);
    expect(sent).toMatchObject([{ call: { transactionId, ...usual } }]);
  });

  it('finds no call without records when it is not said where calls usually are', async () => {
    const answer = await ask({ services: { callRecords: storeOf(undefined) } });

    expect([answer.statusCode, bodyOf(answer).code]).toEqual([404, 'call-not-found']);
    expect(sent).toEqual([]);
  });

  it.each<{ result: CommandResult; status: number; code: string }>([
    { result: { kind: 'callNotFound' }, status: 409, code: 'call-ended' },
    { result: { kind: 'throttled' }, status: 429, code: 'commands-throttled' },
    { result: { kind: 'unavailable' }, status: 503, code: 'commands-unavailable' },
  ])('answers $status when PSTN Audio says $result.kind', async ({ result, status, code }) => {
    answerOfCalls = result;

    const answer = await ask();

    expect([answer.statusCode, bodyOf(answer).code]).toEqual([status, code]);
  });

  it('says that there is no such call when neither records nor PSTN Audio know it', async () => {
    answerOfCalls = { kind: 'callNotFound' };
    const services = { callControl: { ...control, usualApplication: usual }, callRecords: storeOf(undefined) };

    const answer = await ask({ services });

    expect([answer.statusCode, bodyOf(answer).code]).toEqual([404, 'call-not-found']);
  });

  it.each([
    { case: 'no JSON', asked: { text: '{"command":' }, says: 'Write {' },
    { case: 'nothing', asked: { text: '' }, says: 'Write {' },
    { case: 'no command of ours', asked: { body: { command: 'dial' } }, says: 'command' },
    {
      case: 'a number',
      asked: { body: { ...transfer, destination: '+12065550199' } },
      says: 'destination: must be a kind',
    },
    { case: 'a transfer to nowhere', asked: { body: { command: 'transfer' } }, says: 'destination' },
    { case: 'more than is asked', asked: { body: { command: 'hangUp', because: 'I can' } }, says: 'Write {' },
  ])('refuses a body of $case, and says how to write it', async ({ asked, says }) => {
    const answer = await ask(asked);

    expect([answer.statusCode, bodyOf(answer).code]).toEqual([400, 'invalid-call-command']);
    expect(bodyOf(answer).message).toContain(says);
    expect(bodyOf(answer).message).not.toContain('+1206');
    expect(sent).toEqual([]);
  });

  it('refuses an id that no call can have', async () => {
    const answer = await ask({ id: '../other-application/calls/x' });

    expect([answer.statusCode, bodyOf(answer).code]).toEqual([400, 'invalid-transaction-id']);
  });

  it('refuses a token that may only read', async () => {
    const answer = await ask({ scope: 'calls/read call-contexts/read' });

    expect([answer.statusCode, bodyOf(answer).code]).toEqual([403, 'scope-missing']);
    expect(sent).toEqual([]);
  });

  it('says which setting is missing where no command can be signed', async () => {
    const answer = await ask({ services: { callControl: undefined } as unknown as Partial<ConsoleServices> });

    expect(answer.statusCode).toBe(503);
    expect(bodyOf(answer).message).toContain('CALL_COMMAND_KEYS');
  });

  it('logs which call was commanded what, and what came of it', async () => {
    await ask();

    expect(lines.map((line) => JSON.parse(line) as object)).toMatchObject([
      { event: 'call-commanded', transactionId, command: 'transfer', outcome: 'accepted' },
    ]);
  });
});
