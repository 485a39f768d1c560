import { MemoryCallRecordStore } from '../../../../shared/adapters/memory/memory-call-record-store.ts';
import { callResponseSchema } from '../../../../shared/contracts/calls-api.ts';
import { consoleErrorSchema } from '../../../../shared/contracts/console-api.ts';
import { BridgeError } from '../../../../shared/errors.ts';
import { callBeganAt } from '../../../support/call-record-builder.ts';
import { answeredCall, askForCalls } from './calls-fixture.ts';

const transactionId = 'abcdef00-0000-4000-8000-000000000001';

describe('GET /calls/{transactionId}', () => {
  let callRecords: MemoryCallRecordStore;

  beforeEach(async () => {
    callRecords = new MemoryCallRecordStore();
    await callRecords.put(answeredCall(transactionId), {
      transactionId,
      deliveries: [{ to: 'crm', at: callBeganAt }],
    });
  });

  it('tells what happened to a call: in short, by its records, and who looked at its context', async () => {
    const { status, body } = await askForCalls(callRecords, { transactionId });

    expect(status).toBe(200);
    expect(callResponseSchema.parse(body)).toEqual(body);
    expect(body).toMatchObject({
      transactionId,
      summary: {
        startedAt: '2026-11-18T00:00:30.000Z',
        ending: 'underWay',
        answeredBy: 'contactCenter:desk',
        timeToAnswerMs: 10_000,
        contextDelivered: true,
        attempts: [{ id: 'desk', beganAt: '2026-11-18T00:00:31.000Z', rangMs: 9_000, outcome: 'answered' }],
      },
      records: [
        { sequence: 1, at: '2026-11-18T00:00:31.000Z', happenings: [{ kind: 'routed' }, { kind: 'attemptBegan' }] },
        { sequence: 2, phase: 'connected' },
      ],
      deliveries: [{ to: 'crm', at: '2026-11-18T00:00:30.000Z' }],
    });
  });

  it('finds a call whose id is given in capitals', async () => {
    expect((await askForCalls(callRecords, { transactionId: transactionId.toUpperCase() })).status).toBe(200);
  });

  it('shows what there is of a call with nothing but a receipt', async () => {
    const store = new MemoryCallRecordStore();
    await store.put([], { transactionId, deliveries: [] });

    const { body } = await askForCalls(store, { transactionId });

    expect(body).toEqual({ transactionId, records: [], deliveries: [] });
  });

  it.each([
    { case: 'no id', id: 'hello', status: 400, code: 'invalid-transaction-id' },
    {
      case: 'another call’s id',
      id: '00000000-0000-4000-8000-000000000009',
      status: 404,
      code: 'call-not-found',
    },
  ])('answers $status to $case', async ({ id, status, code }) => {
    const answer = await askForCalls(callRecords, { transactionId: id });

    expect(answer.status).toBe(status);
    expect(consoleErrorSchema.parse(answer.body).code).toBe(code);
    expect(JSON.stringify(answer.body)).not.toContain(id);
  });

  it('needs the scope for calls', async () => {
    const answer = await askForCalls(callRecords, { transactionId, scope: 'calls/control call-contexts/read' });

    expect(answer.status).toBe(403);
  });

  it('says so where no records are kept', async () => {
    const answer = await askForCalls(undefined, { transactionId });

    expect(answer.status).toBe(503);
    expect(answer.body).toMatchObject({ code: 'records-unavailable' });
  });

  it('answers 503 when the store does not', async () => {
    callRecords.ofCall = () => Promise.reject(new BridgeError('store-unavailable', 'x'));

    const answer = await askForCalls(callRecords, { transactionId });

    expect([answer.status, answer.body]).toEqual([503, expect.objectContaining({ code: 'store-unavailable' })]);
  });
});
