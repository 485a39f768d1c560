import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bundleFunctions } from '../../../infra/bundle.ts';
import { deployedFunctions } from '../../../infra/functions.ts';
import { startFunctions } from '../../../infra/local/functions/functions-host.ts';
import { DynamoDbRoutingTableStore } from '../../../shared/adapters/dynamodb/dynamodb-routing-table-store.ts';
import { openPackedBranches, packBranches } from '../../../shared/adapters/packed-branches/packed-branches.ts';
import { systemClock } from '../../../shared/adapters/system/system-clock.ts';
import { systemIds } from '../../../shared/adapters/system/system-ids.ts';
import { systemTimers } from '../../../shared/adapters/system/system-timers.ts';
import { callContextsTable, routingTablesTable } from '../../../shared/contracts/tables.ts';
import { startDynalite } from '../../support/dynalite.ts';
import { routingTableOf } from '../../support/routing-table-builder.ts';
import { anSmaEvent } from '../../support/sma-event-builder.ts';
import { judged, percentile, type Figure } from '../report.ts';
import { branchesOf, schedulesOf } from './bench-table.ts';
import { Draw } from './draw.ts';

const tableNames = { few: 'few-branches', many: 'many-branches' } as const;

/** What a hundred thousand branches cost the first call that a function takes: the bundle, its own process, a store over HTTP. */
export async function coldLoadFigures(full: boolean): Promise<Figure[]> {
  const directory = await mkdtemp(join(tmpdir(), 'cold-load-'));
  const dynamoDb = await startDynalite();
  await dynamoDb.createTable('call-contexts', callContextsTable);
  await dynamoDb.createTable('routing-tables', routingTablesTable);
  const store = new DynamoDbRoutingTableStore(dynamoDb.client, { tableName: 'routing-tables' });
  await publish(store, tableNames.few, 5);
  const published = performance.now();
  await publish(store, tableNames.many, 100_000);
  const publishing = performance.now() - published;

  await bundleFunctions({ functions: deployedFunctions.filter(({ name }) => name === 'sma'), outDir: directory });
  const rounds = full ? 15 : 7;
  const samples: Record<keyof typeof tableNames, number[]> = { few: [], many: [] };
  for (let round = 0; round <= rounds; round += 1)
    for (const key of ['few', 'many'] as const) {
      const milliseconds = await firstCall(join(directory, 'sma'), dynamoDb.endpoint, tableNames[key]);
      // The first round warms the disk and the store.
      if (round > 0) samples[key].push(milliseconds);
    }
  await dynamoDb.stop();
  await rm(directory, { recursive: true });

  const few = percentile(samples.few, 0.5);
  const many = percentile(samples.many, 0.5);
  return [
    judged(
      {
        name: 'branches-100000-cold-load-ms',
        value: Math.round((many - few) * 10) / 10,
        unit: 'ms',
        how: `first invocation of the SMA bundle in a fresh process: table of 100,000 branches (${many} ms) less table of 5 (${few} ms), medians of ${rounds}`,
      },
      { atMost: 150 },
    ),
    {
      name: 'branches-100000-publish-ms',
      value: Math.round(publishing),
      unit: 'ms',
      how: 'packing, compressing and writing a table of 100,000 branches to the store',
    },
  ];
}

async function publish(store: DynamoDbRoutingTableStore, name: string, count: number): Promise<void> {
  const branches = openPackedBranches(packBranches(branchesOf(count, new Draw(name))));
  // No attempt names a branch.
  const table = routingTableOf({ name, branches, namedBranches: {}, schedules: schedulesOf() });
  const source = { table: { name: 'routing-table.yaml', text: `name: ${name}\n` } };
  const result = await store.publish(table, source, {
    basedOn: 0,
    by: 'bench',
    because: 'bench',
    at: systemClock.now(),
  });
  if (result.kind !== 'published') throw new Error(`${name} was not published`);
}

async function firstCall(directory: string, dynamoDbEndpoint: string, tableName: string): Promise<number> {
  const host = await startFunctions({
    functions: [
      {
        name: 'sma',
        directory,
        handler: 'index.handler',
        timeoutSeconds: 4,
        memoryMegabytes: 1024,
        environment: environment(dynamoDbEndpoint, tableName),
      },
    ],
    clock: systemClock,
    timers: systemTimers,
    ids: systemIds,
  });
  try {
    const event = anSmaEvent({ type: 'NEW_INBOUND_CALL', transactionId: systemIds.uuid() });
    const started = performance.now();
    const result = await host.invoke('sma', event);
    const milliseconds = performance.now() - started;
    // The published table's contact centre, not the function's own default destination.
    if (!JSON.stringify(result).includes('abcdef1ghij2klmno3pqr4')) throw new Error(`not routed by ${tableName}`);
    return milliseconds;
  } finally {
    await host.close();
  }
}

function environment(dynamoDbEndpoint: string, tableName: string): Record<string, string> {
  return {
    AWS_ENDPOINT_URL_DYNAMODB: dynamoDbEndpoint,
    AWS_ACCESS_KEY_ID: 'bench',
    AWS_SECRET_ACCESS_KEY: 'bench',
    CALL_CONTEXTS_TABLE: 'call-contexts',
    ROUTING_TABLES_TABLE: 'routing-tables',
    ROUTING_TABLE_NAME: tableName,
    CONTEXT_SIGNING_KEYS: JSON.stringify({ current: 'a', keys: { a: Buffer.alloc(32, 7).toString('base64') } }),
    ALEXA_CLIENT_IDS: 'amzn1.application-oa2-client.0123456789abcdef0123456789abcdef',
    SMA_PHONE_NUMBER: '+14255550100',
    DEFAULT_DESTINATION: 'pstn:+12065550199',
  };
}
