import { createConsoleHandler } from '../../../console/api/console-handler.ts';
import { callRoutes } from '../../../console/api/routes.ts';
import type { ConsoleEvent } from '../../../console/api/token.ts';
import { routingRoutes } from '../../../console/routing-api/routes.ts';
import { MemoryCallContextStore } from '../../../shared/adapters/memory/memory-call-context-store.ts';
import { MemoryCallRecordStore } from '../../../shared/adapters/memory/memory-call-record-store.ts';
import { MemoryChangeLog } from '../../../shared/adapters/memory/memory-change-log.ts';
import { MemoryDraftStore } from '../../../shared/adapters/memory/memory-draft-store.ts';
import { MemoryRoutingTableStore } from '../../../shared/adapters/memory/memory-routing-table-store.ts';
import { consoleRoutes, type ConsoleFunction, type ConsoleRoute } from '../../../shared/contracts/console-routes.ts';
import { consoleGroups, scopesOfGroups } from '../../../shared/contracts/console-scopes.ts';
import { createLogger } from '../../../shared/observability/logger.ts';
import { testCallContextIds } from '../../support/call-context-builder.ts';
import { idsFake } from '../../support/ids-fake.ts';
import { TimersFake } from '../../support/timers-fake.ts';

const clock = new TimersFake();
const changes = new MemoryChangeLog();
const callRecords = new MemoryCallRecordStore();
const common = { clock, changes, callRecords, log: createLogger({ clock, write: () => undefined }) };
const tables = new MemoryRoutingTableStore();
const drafts = new MemoryDraftStore({ clock, ids: idsFake() });
const contexts = new MemoryCallContextStore();

const functions = {
  'console-api': {
    keys: callRoutes.map(({ key }) => key),
    handle: createConsoleHandler(callRoutes, { ...common, contexts, contextIds: testCallContextIds() }),
  },
  'routing-api': {
    keys: routingRoutes.map(({ key }) => key),
    handle: createConsoleHandler(routingRoutes, { ...common, tables, drafts }),
  },
};

const routes: readonly ConsoleRoute[] = Object.values(consoleRoutes);
const groups = [...consoleGroups, 'nobody'] as const;
const cases = routes.flatMap((route) => groups.map((group) => ({ key: route.key, group, route })));

/** What a person of the group asks for, whose token has the scopes that the group grants. */
function asked({ key }: ConsoleRoute, group: string): ConsoleEvent {
  const scope = scopesOfGroups([group]).join(' ');
  return {
    routeKey: key,
    headers: {},
    pathParameters: { id: 'none', transactionId: 'none', name: 'none', version: '1' },
    requestContext: { authorizer: { jwt: { claims: { sub: 'someone', username: 'someone', scope }, scopes: null } } },
    isBase64Encoded: false,
  } as unknown as ConsoleEvent;
}

async function answerOf(route: ConsoleRoute, group: string): Promise<{ status: number | undefined; code: unknown }> {
  const { statusCode, body = '' } = await functions[route.function].handle(asked(route, group));
  return { status: statusCode, code: body.startsWith('{') ? JSON.parse(body).code : undefined };
}

describe('the routes of the console API', () => {
  it.each(cases)('$key is for a person of the group $group as the group grants it', async ({ route, group }) => {
    const isGranted = route.scope === undefined || scopesOfGroups([group]).includes(route.scope);

    const { status, code } = await answerOf(route, group);

    if (isGranted) expect([status, code]).not.toEqual([403, 'scope-missing']);
    else expect([status, code]).toEqual([403, 'scope-missing']);
    expect([code, status]).not.toEqual(['route-not-found', 404]);
    expect(status).not.toBe(500);
  });

  it.each(Object.keys(functions) as ConsoleFunction[])('of %s are those that it serves, each once', (name) => {
    const wanted = routes.filter((route) => route.function === name).map(({ key }) => key);

    expect(functions[name].keys.toSorted()).toEqual(wanted.toSorted());
  });

  it('refuse most of them to whoever is in no group', () => {
    expect(routes.filter(({ scope }) => scope === undefined).map(({ key }) => key)).toEqual(['GET /openapi.json']);
  });
});
