import type { AlarmDefinition, MetricSource } from './alarm-definition.ts';

/** Names of the tables, by what they hold. */
export interface WatchedTables {
  readonly callContexts: string;
  readonly routingTables: string;
  readonly callRecords: string;
  readonly console: string;
}

/** Of all that is asked of the tables while calls run. */
const operations = ['GetItem', 'PutItem', 'UpdateItem', 'Query'] as const;
const common = { periodMinutes: 5, silence: 'fine', stands: 'inEachRegion' } as const;

/** By what DynamoDB counts (DynamoDB developer guide, DynamoDB metrics and dimensions). */
export function tableAlarms(tables: WatchedTables): readonly AlarmDefinition[] {
  return [
    ...alarmsOf('call-contexts', tables.callContexts),
    ...alarmsOf('routing-tables', tables.routingTables),
    ...alarmsOf('call-records', tables.callRecords),
    // Written and read by the console alone, which stands in the primary Region.
    ...alarmsOf('console', tables.console).map((alarm) => ({ ...alarm, stands: 'inPrimaryRegion' as const })),
  ];
}

function alarmsOf(what: string, table: string): readonly AlarmDefinition[] {
  return [
    {
      ...common,
      name: `table-throttled-${what}`,
      article: 'table-throttled',
      watches: {
        kind: 'metrics',
        expression: 'FILL(reads, 0) + FILL(writes, 0)',
        metrics: { reads: metric(table, 'ReadThrottleEvents'), writes: metric(table, 'WriteThrottleEvents') },
      },
      threshold: 1,
      because:
        'The tables are on demand and grow by themselves: they throttle when calls more than double at once, or one key is asked for all the time.',
      datapoints: { over: 1, of: 1 },
      severity: 'page',
    },
    {
      ...common,
      name: `table-system-errors-${what}`,
      article: 'table-system-errors',
      watches: {
        kind: 'metrics',
        expression: operations.map((_, index) => `FILL(m${index}, 0)`).join(' + '),
        metrics: Object.fromEntries(
          operations.map((operation, index) => [`m${index}`, metric(table, 'SystemErrors', { Operation: operation })]),
        ),
      },
      threshold: 5,
      because: 'The SDK tries again by itself; five faults of DynamoDB in five minutes are more than that mends.',
      datapoints: { over: 1, of: 1 },
      severity: 'page',
    },
  ];
}

function metric(table: string, name: string, dimensions: Readonly<Record<string, string>> = {}): MetricSource {
  return { namespace: 'AWS/DynamoDB', name, dimensions: { TableName: table, ...dimensions }, statistic: 'Sum' };
}
