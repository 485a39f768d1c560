import { callsOfContextResponseSchema, type CallsOfContextResponse } from '../../../../shared/contracts/desk-api.ts';
import type { CallContext } from '../../../../shared/domain/call-context.ts';
import { epochMs } from '../../../../shared/domain/time.ts';
import { callContextOf, contextCreatedAt, contextExpiresAt } from '../../../support/call-context-builder.ts';
import { answeredCall } from './calls-fixture.ts';
import { ConsoleFixture, type ConsoleAnswer } from './console-fixture.ts';

describe('GET /call-contexts/{id}/calls', () => {
  let desktop: ConsoleFixture;
  beforeEach(() => {
    desktop = new ConsoleFixture();
  });

  const ask = (id: string): Promise<ConsoleAnswer> =>
    desktop.ask({ route: 'GET /call-contexts/{id}/calls', path: { id } });
  const callsOf = async (id: string): Promise<CallsOfContextResponse['calls']> =>
    callsOfContextResponseSchema.parse(JSON.parse((await ask(id)).text)).calls;

  async function calledWith(transactionId: string, minute: number): Promise<CallContext> {
    const id = desktop.contextIds.issue({ reasonId: 'billing', expiresAt: contextExpiresAt });
    const context = callContextOf({ id, owner: 'owner-1' });
    await desktop.contexts.put(context);
    await desktop.contexts.claim(id, { transactionId, tableVersion: 1, now: contextCreatedAt });
    await desktop.callRecords.put(answeredCall(transactionId, epochMs(contextCreatedAt + minute * 60_000)));
    return context;
  }

  it('tells the caller’s calls, the latest first, and which is of this context', async () => {
    await calledWith('call-1', 1);
    const { id } = await calledWith('call-3', 3);
    await calledWith('call-2', 2);

    const calls = await callsOf(id);

    expect(calls.map(({ transactionId, sameContext }) => [transactionId, sameContext])).toEqual([
      ['call-3', true],
      ['call-2', false],
      ['call-1', false],
    ]);
    expect(calls[0]?.summary).toMatchObject({ answeredBy: 'contactCenter:desk' });
  });

  it('tells nothing personal, and leaves no receipt', async () => {
    const { id } = await calledWith('call-1', 1);

    const { text } = await ask(id);

    for (const personal of ['López', '2065550100', 'acct-7', '98109', 'owner-1', 'charge'])
      expect(text).not.toContain(personal);
    expect(await desktop.contexts.deliveries(id)).toEqual([]);
  });

  it('leaves out a call of which nothing is recorded', async () => {
    const id = desktop.contextIds.issue({ reasonId: 'billing', expiresAt: contextExpiresAt });
    await desktop.contexts.put(callContextOf({ id }));
    await desktop.contexts.claim(id, { transactionId: 'unheard-of', tableVersion: 1, now: contextCreatedAt });

    expect(await callsOf(id)).toEqual([]);
  });

  it.each([
    { case: 'a forged id', id: '1use10hdvk0a.billing.AbCdEfGhIjKlMnOpQrStUvWxYz0', status: 400 },
    { case: 'no id', id: 'anything', status: 400 },
  ])('refuses $case', async ({ id, status }) => {
    expect((await ask(id)).status).toBe(status);
  });

  it('finds no context that is not there', async () => {
    const id = desktop.contextIds.issue({ reasonId: 'billing', expiresAt: contextExpiresAt });

    expect((await ask(id)).status).toBe(404);
  });
});
