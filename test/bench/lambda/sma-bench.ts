import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { bundleFunctions } from '../../../infra/bundle.ts';
import { deployedFunctions } from '../../../infra/functions.ts';
import { functionEnvironments } from '../../../infra/local/cloud/function-environments.ts';
import { publishRoutingTable } from '../../../infra/local/cloud/publish-routing-table.ts';
import { exampleBank } from '../../../infra/local/demo/example-bank/example-bank.ts';
import { startDynamoDb } from '../../../infra/local/dynamodb/dynamodb.ts';
import { startEventBus } from '../../../infra/local/event-bus/event-bus.ts';
import { startFunctions, type FunctionsHost } from '../../../infra/local/functions/functions-host.ts';
import { startMeetings } from '../../../infra/local/meetings/meetings.ts';
import { DynamoDbCallContextStore } from '../../../shared/adapters/dynamodb/dynamodb-call-context-store.ts';
import { hmacCallContextIds } from '../../../shared/adapters/hmac/hmac-call-context-ids.ts';
import { systemClock } from '../../../shared/adapters/system/system-clock.ts';
import { systemIds } from '../../../shared/adapters/system/system-ids.ts';
import { systemTimers } from '../../../shared/adapters/system/system-timers.ts';
import { callContextsTable, callRecordsTable, routingTablesTable } from '../../../shared/contracts/tables.ts';
import { encodeUserToUser } from '../../../shared/contracts/user-to-user.ts';
import type { CallContextId } from '../../../shared/domain/call-context-id.ts';
import { epochMs } from '../../../shared/domain/time.ts';
import { callContextOf } from '../../support/call-context-builder.ts';
import { Recorder, startRecordingProxy } from './recording-proxy.ts';

/** The SMA bundle on the local Lambda host, with a recording proxy before every service that it may ask. */
export interface SmaBench {
  readonly functions: FunctionsHost;
  readonly recorder: Recorder;
  /** A context in the store, as the skill would have put it there. */
  storeContext(reasonId: string): Promise<CallContextId>;
  /** The headers by which a skill call names its context. */
  skillCallHeaders(id: CallContextId): Record<string, string>;
  /** Whatever is invoked next begins in a new process. */
  coldStartNext(): void;
  close(): Promise<void>;
}

const ports = { clock: systemClock, timers: systemTimers, ids: systemIds };
const tableNames = {
  callContexts: 'call-contexts',
  routingTables: 'routing-tables',
  callRecords: 'call-records',
  console: 'console',
};
const adviserBus = 'advisers';
const signingKey = systemIds.randomBytes(32);
const signingKeys = JSON.stringify({ current: 'a', keys: { a: Buffer.from(signingKey).toString('base64') } });
const hourMs = 60 * 60 * 1000;
const definition = deployedFunctions.find(({ name }) => name === 'sma') ?? deployedFunctions[1];

/** The bundle that would be deployed, the settings of the local cloud, the example bank's routing table. */
export async function startSmaBench(): Promise<SmaBench> {
  const parts = new AsyncDisposableStack();
  const keep = <Part extends { close(): Promise<void> }>(part: Part): Part =>
    parts.adopt(part, (started) => started.close());

  const [bundle] = await bundleFunctions({ functions: [definition] });
  const tenant = await exampleBank();
  const { region } = tenant;
  const accountId = tenant.pstnAudio.AwsAccountId;
  const dynamoDb = keep(
    await startDynamoDb({
      ...ports,
      region,
      tables: [
        { ...callContextsTable, tableName: tableNames.callContexts },
        { ...routingTablesTable, tableName: tableNames.routingTables },
        { ...callRecordsTable, tableName: tableNames.callRecords },
      ],
    }),
  );
  const meetings = keep(await startMeetings(ports));
  const events = keep(await startEventBus({ ...ports, buses: [adviserBus], region, accountId }));
  const environments = functionEnvironments({
    tenant,
    tableNames,
    adviserBus,
    ids: systemIds,
    endpoints: {
      dynamoDb: dynamoDb.endpoint,
      meetings: meetings.endpoint,
      events: events.endpoint,
      // The function asks nothing of these.
      voice: 'http://127.0.0.1:9',
      userInfo: 'http://127.0.0.1:9',
    },
  });
  await publishRoutingTable({ file: tenant.routingTable.file, environment: environments.operator });

  const recorder = new Recorder();
  const environment: Record<string, string> = { ...environments.sma, CONTEXT_SIGNING_KEYS: signingKeys };
  for (const [name, value] of Object.entries(environment).filter(([each]) => each.startsWith('AWS_ENDPOINT_URL_'))) {
    const service = name.slice('AWS_ENDPOINT_URL_'.length).toLowerCase();
    environment[name] = keep(await startRecordingProxy(service, value, recorder)).endpoint;
  }
  const functions = keep(
    await startFunctions({
      ...ports,
      region,
      accountId,
      functions: [{ ...definition, directory: bundle?.directory ?? '', environment }],
    }),
  );

  // Around the proxy: what the skill has done is none of the function's round trips.
  const client = new DynamoDBClient({
    region,
    endpoint: dynamoDb.endpoint,
    credentials: { accessKeyId: 'bench', secretAccessKey: 'bench' },
    requestHandler: { requestTimeout: 5000, connectionTimeout: 1000, throwOnRequestTimeout: true },
  });
  parts.defer(() => client.destroy());
  const contexts = new DynamoDbCallContextStore(DynamoDBDocumentClient.from(client), {
    tableName: tableNames.callContexts,
  });
  const contextIds = hmacCallContextIds({
    keys: { current: 'a', keys: new Map([['a', signingKey]]) },
    region,
    ids: systemIds,
  });

  return {
    functions,
    recorder,
    async storeContext(reasonId) {
      const createdAt = systemClock.now();
      const expiresAt = epochMs(createdAt + hourMs);
      const id = contextIds.issue({ reasonId, expiresAt });
      await contexts.put(callContextOf({ id, reason: { id: reasonId }, createdAt, expiresAt }));
      return id;
    },
    skillCallHeaders: (id) => ({
      'User-to-User': encodeUserToUser(id),
      'X-Alexa-LWA-ClientId': tenant.skill.clientId,
    }),
    coldStartNext: () => functions.configure('sma', environment),
    close: () => parts.disposeAsync(),
  };
}
