import { hmacCallContextIds } from '../../../../shared/adapters/hmac/hmac-call-context-ids.ts';
import { noKeys } from '../../../../shared/adapters/hmac/signing-key-source.ts';
import { MemoryCallContextStore } from '../../../../shared/adapters/memory/memory-call-context-store.ts';
import { callContextResponseSchema, consoleErrorSchema } from '../../../../shared/contracts/console-api.ts';
import { clockToleranceMs } from '../../../../shared/domain/expiry.ts';
import { BridgeError } from '../../../../shared/errors.ts';
import { createLogger } from '../../../../shared/observability/logger.ts';
import type { CallContextStore } from '../../../../shared/ports/call-context-store.ts';
import type { Answer } from '../../../../console/api/answer.ts';
import { createConsoleHandler } from '../../../../console/api/console-handler.ts';
import { callRoutes } from '../../../../console/api/routes.ts';
import type { ConsoleEvent } from '../../../../console/api/token.ts';
import {
  callContextOf,
  contextCreatedAt,
  contextExpiresAt,
  testCallContextIds,
} from '../../../support/call-context-builder.ts';
import { idsFake } from '../../../support/ids-fake.ts';
import { TimersFake } from '../../../support/timers-fake.ts';

type Claims = Record<string, string>;

describe('GET /call-contexts/{id}', () => {
  const contextIds = testCallContextIds();
  const id = contextIds.issue({ reasonId: 'billing', expiresAt: contextExpiresAt });
  const context = callContextOf({ id });
  const deskClaims = { client_id: 'desk-client', sub: 'desk-subject', scope: 'tables/read call-contexts/read' };
  let store: MemoryCallContextStore;
  let clock: TimersFake;
  let lines: string[];

  beforeEach(async () => {
    store = new MemoryCallContextStore();
    await store.put(context);
    clock = new TimersFake(contextCreatedAt);
    lines = [];
  });

  function eventOf(
    pathId: string,
    options: { claims?: Claims; scopes?: string[] | null; routeKey?: string } = {},
  ): ConsoleEvent {
    const { claims = deskClaims, scopes = null, routeKey = 'GET /call-contexts/{id}' } = options;
    return {
      routeKey,
      pathParameters: { id: pathId },
      requestContext: { authorizer: { jwt: { claims, scopes } } },
    } as unknown as ConsoleEvent;
  }

  function ask(event: ConsoleEvent, contexts: CallContextStore = store, ids = contextIds): Promise<Answer> {
    const log = createLogger({ clock, write: (line) => void lines.push(line) });
    return createConsoleHandler(callRoutes, { clock, contextIds: ids, contexts, log })(event);
  }

  const bodyOf = (answer: Answer): unknown => JSON.parse(answer.body ?? '');
  const storeThatFails = (error: Error): CallContextStore => {
    const fail = async (): Promise<never> => {
      throw error;
    };
    return {
      put: fail,
      order: fail,
      forget: fail,
      forgetAllOf: fail,
      claim: fail,
      recent: fail,
      orderedFor: fail,
      callsOf: fail,
      deliver: fail,
      deliveries: fail,
    };
  };

  it('shows the context to whoever may read it, and forbids keeping it', async () => {
    const answer = await ask(eventOf(id));

    expect(answer).toMatchObject({
      statusCode: 200,
      headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
    });
    expect(callContextResponseSchema.parse(bodyOf(answer))).toEqual({ callContext: context });
  });

  it.each([
    { case: 'the client', claims: deskClaims, to: 'desk-client' },
    {
      case: 'the subject where the token has no client',
      claims: { sub: 'agent-7', scope: 'call-contexts/read' },
      to: 'agent-7',
    },
    { case: 'nobody known where the token names none', claims: { scope: 'call-contexts/read' }, to: 'unidentified' },
  ])('records the delivery to $case', async ({ claims, to }) => {
    await ask(eventOf(id, { claims }));

    expect(await store.deliveries(id)).toEqual([{ to, at: contextCreatedAt }]);
  });

  it('takes the scope from the list that API Gateway makes, too', async () => {
    const answer = await ask(eventOf(id, { claims: { sub: 'agent-7' }, scopes: ['call-contexts/read'] }));

    expect(answer.statusCode).toBe(200);
  });

  it.each([
    { case: 'another scope', claims: { sub: 'agent-7', scope: 'tables/read' } },
    { case: 'a scope that only begins like it', claims: { sub: 'agent-7', scope: 'call-contexts/read-some' } },
    { case: 'no scope', claims: { sub: 'agent-7' } },
  ])('refuses a token with $case, and records nothing', async ({ claims }) => {
    const answer = await ask(eventOf(id, { claims }));

    expect(answer.statusCode).toBe(403);
    expect(bodyOf(answer)).toMatchObject({
      code: 'scope-missing',
      message: expect.stringContaining('call-contexts/read'),
    });
    expect(await store.deliveries(id)).toEqual([]);
  });

  it('refuses a request that no authorizer has seen', async () => {
    const answer = await ask({ ...eventOf(id), requestContext: {} } as ConsoleEvent);

    expect(answer.statusCode).toBe(403);
  });

  it.each([
    { case: 'no id of ours', pathId: 'hello' },
    { case: 'empty', pathId: '' },
    { case: 'forged', pathId: id.replace('billing', 'lost-card') },
  ])('refuses an id that is $case without asking the store', async ({ pathId }) => {
    const answer = await ask(eventOf(pathId), storeThatFails(new Error('the store was asked')));

    expect(answer.statusCode).toBe(400);
    expect(bodyOf(answer)).toMatchObject({ code: 'invalid-call-context-id' });
  });

  it('asks for another try while the id cannot be checked', async () => {
    const withoutKeys = hmacCallContextIds({ keys: noKeys, region: 'us-east-1', ids: idsFake() });

    const answer = await ask(eventOf(id), storeThatFails(new Error('the store was asked')), withoutKeys);

    expect(answer.statusCode).toBe(503);
    expect(bodyOf(answer)).toMatchObject({ code: 'store-unavailable' });
  });

  it('finds nothing when the id has expired', async () => {
    await clock.advanceBy(contextExpiresAt - contextCreatedAt + clockToleranceMs);

    const answer = await ask(eventOf(id), storeThatFails(new Error('the store was asked')));

    expect(answer.statusCode).toBe(404);
    expect(bodyOf(answer)).toMatchObject({ code: 'call-context-not-found' });
  });

  it('finds nothing when the store does not have it', async () => {
    const answer = await ask(eventOf(contextIds.issue({ reasonId: 'billing', expiresAt: contextExpiresAt })));

    expect(answer.statusCode).toBe(404);
    expect(bodyOf(answer)).toMatchObject({ code: 'call-context-not-found' });
  });

  it.each([
    {
      case: 'does not answer',
      error: new BridgeError('store-unavailable', 'x'),
      status: 503,
      body: { code: 'store-unavailable' },
    },
    {
      case: 'has something else there',
      error: new BridgeError('record-corrupt', 'x'),
      status: 404,
      body: { code: 'call-context-not-found' },
    },
    {
      case: 'fails by a bug',
      error: new TypeError('Ana Maria is not a function'),
      status: 500,
      body: { message: 'Internal Server Error' },
    },
  ])('answers $status and logs it when the store $case', async ({ error, status, body }) => {
    const answer = await ask(eventOf(id), storeThatFails(error));

    expect(answer.statusCode).toBe(status);
    expect(bodyOf(answer)).toMatchObject(body);
    expect(lines.some((line) => line.includes('"level":"error"'))).toBe(true);
  });

  it('names the routes that there are when asked for another', async () => {
    const answer = await ask(eventOf(id, { routeKey: 'DELETE /call-contexts/{id}' }));

    expect(answer.statusCode).toBe(404);
    expect(consoleErrorSchema.parse(bodyOf(answer))).toMatchObject({
      code: 'route-not-found',
      message: expect.stringContaining('GET /call-contexts/{id}'),
    });
  });

  it('logs nothing of the context and nothing that would open it', async () => {
    await ask(eventOf(id));
    await ask(eventOf(id), storeThatFails(new TypeError('Ana Maria is not a function')));
    await ask(eventOf(id.toUpperCase()));

    const log = lines.join('\n');
    for (const secret of ['Ana', '+1206', 'acct-7', id, id.slice(-11)]) expect(log).not.toContain(secret);
    expect(lines).not.toHaveLength(0);
  });
});
