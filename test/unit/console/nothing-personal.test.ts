import { createConsoleHandler } from '../../../console/api/console-handler.ts';
import { callRoutes } from '../../../console/api/routes.ts';
import type { ConsoleEvent } from '../../../console/api/token.ts';
import { routingRoutes } from '../../../console/routing-api/routes.ts';
import { MemoryCallContextStore } from '../../../shared/adapters/memory/memory-call-context-store.ts';
import { MemoryCallRecordStore } from '../../../shared/adapters/memory/memory-call-record-store.ts';
import { MemoryChangeLog } from '../../../shared/adapters/memory/memory-change-log.ts';
import { MemoryDraftStore } from '../../../shared/adapters/memory/memory-draft-store.ts';
import { MemoryRoutingTableStore } from '../../../shared/adapters/memory/memory-routing-table-store.ts';
import { consoleRoutes, type ConsoleRoute, type ConsoleRouteName } from '../../../shared/contracts/console-routes.ts';
import { consoleScopes } from '../../../shared/contracts/console-scopes.ts';
import { epochMs } from '../../../shared/domain/time.ts';
import { createLogger } from '../../../shared/observability/logger.ts';
import { contextCreatedAt, testCallContextIds } from '../../support/call-context-builder.ts';
import { callRecordOf } from '../../support/call-record-builder.ts';
import { idsFake } from '../../support/ids-fake.ts';
import { leaks, personalContext, personalData } from '../../support/personal-data.ts';
import { smallTableFile, tableFileWith } from '../../support/table-file-builder.ts';
import { TimersFake } from '../../support/timers-fake.ts';

const operator = 'olivia@example.com';
const transactionId = '11111111-2222-4333-8444-555555555555';
const { callerName, phoneNumber, accountId, words, postalCode, attribute, accessToken, digits } = personalData;
const source = { table: { name: 'bank.yaml', text: smallTableFile } };
const changed = {
  table: { name: 'bank.yaml', text: tableFileWith('- contactCenter: support', '- branch: downtown') },
};

/** What is asked of each route that takes a body, in order, so that something comes of it. */
const bodies: Partial<Record<ConsoleRouteName, (etag: string) => unknown>> = {
  commandCall: () => ({ command: 'transfer', destination: 'branch:downtown' }),
  putDraft: () => ({ source: changed, basedOn: 1 }),
  checkTable: () => ({ source: changed }),
  reviewTable: () => ({ source: changed }),
  simulate: () => ({
    caller: {
      reason: { id: 'billing', words },
      callerName,
      accountId,
      phoneNumber,
      attributes: { condition: attribute },
    },
  }),
  publishTable: (etag) => ({ because: 'holiday hours', basedOn: 1, etag }),
  rollBackTable: () => ({ because: 'holiday hours', basedOn: 2, to: 1 }),
};
/** The same, with personal data where other things belong. */
const misplaced = {
  command: words,
  destination: phoneNumber,
  source: { table: { name: callerName, text: 1 }, branches: accountId },
  caller: { reason: 7, locale: [attribute], phoneNumber: `${phoneNumber}x`, location: postalCode },
  because: [words],
  basedOn: digits,
  etag: accessToken,
  to: phoneNumber,
};

interface Answered {
  readonly name: ConsoleRouteName;
  readonly status: number | undefined;
  readonly text: string;
}

const clock = new TimersFake(contextCreatedAt);
const logged: string[] = [];
const log = createLogger({ clock, write: (line) => logged.push(line) });
const [contextIds, contexts, callRecords, changes, tables] = [
  testCallContextIds(),
  new MemoryCallContextStore(),
  new MemoryCallRecordStore(),
  new MemoryChangeLog(),
  new MemoryRoutingTableStore(),
];
const drafts = new MemoryDraftStore({ clock, ids: idsFake() });
const id = contextIds.issue({ reasonId: 'billing', expiresAt: epochMs(contextCreatedAt + 3_600_000) });
const callControl = {
  commands: { send: async () => ({ kind: 'accepted', commandId: 'command-1' }) as const },
  usualApplication: { sipMediaApplicationId: 'application', region: 'us-east-1' },
};
const services = { clock, log, contextIds, contexts, callRecords, changes, tables, drafts, callControl };
const functions = {
  'console-api': createConsoleHandler(callRoutes, services),
  'routing-api': createConsoleHandler(routingRoutes, services),
};

async function ask(name: ConsoleRouteName, more: object): Promise<Answered> {
  const route: ConsoleRoute = consoleRoutes[name];
  const claims = { sub: 'uuid-1', username: 'olivia', email: operator, scope: consoleScopes.join(' ') };
  const { statusCode, body = '' } = await functions[route.function]({
    routeKey: route.key,
    headers: { 'if-none-match': '*' },
    requestContext: { authorizer: { jwt: { claims, scopes: null } } },
    isBase64Encoded: false,
    ...more,
  } as unknown as ConsoleEvent);
  return { name, status: statusCode, text: body };
}

/** A draft is read, and discarded, where there is one. */
const later: readonly ConsoleRouteName[] = ['putDraft', 'getDraft', 'deleteDraft'];
const all = Object.keys(consoleRoutes) as ConsoleRouteName[];
const names = [...all.filter((name) => name !== 'getDraft' && name !== 'deleteDraft'), ...later];
const answers: Answered[] = [];
const refusals: Answered[] = [];

beforeAll(async () => {
  await contexts.put(personalContext({ id }));
  await contexts.claim(id, { transactionId, tableVersion: 1, now: clock.now() });
  await callRecords.put([
    callRecordOf({
      transactionId,
      callStartedAt: epochMs(contextCreatedAt - 60_000),
      contextId: id,
      happenings: [
        {
          kind: 'routed',
          entry: 'alexa-skill-call',
          ruleId: 'bills',
          tableVersion: 1,
          reasonId: 'billing',
          destinations: ['contactCenter:support'],
        },
      ],
    }),
  ]);
  const first = await ask('putDraft', {
    pathParameters: { name: 'example-bank' },
    body: JSON.stringify({ source, basedOn: 0 }),
  });
  const { etag: firstEtag } = JSON.parse(first.text);
  await ask('publishTable', {
    pathParameters: { name: 'example-bank' },
    body: JSON.stringify({ because: 'the first', basedOn: 0, etag: firstEtag }),
  });

  const pathParameters = { id, transactionId, name: 'example-bank', version: '1' };
  for (const name of names) {
    const etag = (await drafts.head('example-bank'))?.etag ?? 'none-there';
    const body = bodies[name]?.(etag);
    answers.push(
      await ask(name, {
        pathParameters,
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        ...(name === 'deleteDraft' ? { headers: { 'if-match': `"${etag}"` } } : {}),
      }),
    );
  }
  const wrongPath = { id: accountId, transactionId: words, name: callerName, version: postalCode };
  const queryStringParameters = { from: words, limit: digits, cursor: accountId };
  for (const name of names)
    for (const path of [pathParameters, wrongPath])
      refusals.push(await ask(name, { pathParameters: path, queryStringParameters, body: JSON.stringify(misplaced) }));
});

describe('of a caller, nothing personal', () => {
  it('is known to anybody but whoever looks at the context, which shows it', () => {
    const shown = answers.find(({ name }) => name === 'getCallContext');

    expect(leaks(shown?.text ?? '')).toEqual(
      expect.arrayContaining(['callerName', 'phoneNumber'].map((datum) => expect.stringContaining(datum))),
    );
    const others = answers.filter(({ name }) => name !== 'getCallContext');
    expect(others.map(({ name, text }) => [name, leaks(text)]).filter(([, found]) => found?.length !== 0)).toEqual([]);
  });

  it('is looked for in answers that tell something', () => {
    const failed = answers.filter(({ status = 500 }) => status >= 400).map(({ name, status }) => [name, status]);

    // Nobody can join a meeting here.
    expect(failed).toEqual([['joinCall', 503]]);
  });

  it('is said back to whoever puts it where it does not belong', () => {
    const told = refusals.filter(({ name }) => name !== 'getCallContext');

    expect(refusals.filter(({ status = 0 }) => status >= 400).length).toBeGreaterThan(names.length);
    expect(told.map(({ name, text }) => [name, leaks(text)]).filter(([, found]) => found?.length !== 0)).toEqual([]);
  });

  it('is logged, nor who the operator is', () => {
    expect(logged.length).toBeGreaterThan(names.length);
    expect([...new Set(logged.flatMap(leaks))]).toEqual([]);
    expect(logged.filter((line) => line.includes(operator))).toEqual([]);
  });

  it('is in the audit, which names the operator', async () => {
    const page = await changes.latest({ limit: 100 });

    expect(new Set(page?.changes.map(({ by }) => by))).toEqual(new Set([operator]));
    expect(leaks(JSON.stringify(page))).toEqual([]);
  });

  it('is in the delivery receipts, which name the operator by an id', async () => {
    const receipts = JSON.stringify(await contexts.deliveries(id));

    expect(receipts).toContain('uuid-1');
    expect(receipts).not.toContain(operator);
  });
});
