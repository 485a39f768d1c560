import { chimeMeetings } from '../shared/adapters/chime/chime-meetings.ts';
import { dynamoDbDocumentClient } from '../shared/adapters/dynamodb/document-client.ts';
import { DynamoDbCallContextStore } from '../shared/adapters/dynamodb/dynamodb-call-context-store.ts';
import { DynamoDbRoutingTableStore } from '../shared/adapters/dynamodb/dynamodb-routing-table-store.ts';
import { hmacCallContextIds } from '../shared/adapters/hmac/hmac-call-context-ids.ts';
import { parseSigningKeys } from '../shared/adapters/hmac/signing-keys.ts';
import { lookUpsOverHttp } from '../shared/adapters/http/look-ups-over-http.ts';
import { systemClock } from '../shared/adapters/system/system-clock.ts';
import { systemIds } from '../shared/adapters/system/system-ids.ts';
import { systemTimers } from '../shared/adapters/system/system-timers.ts';
import { readSettings } from '../shared/env.ts';
import { createLogger } from '../shared/observability/logger.ts';
import { optionalSettings } from './optional-settings.ts';
import { defaultPlan } from './routing/default-destination.ts';
import { PublishedTables } from './routing/published-tables.ts';
import { routeCall } from './routing/route-call.ts';
import { createSmaHandler } from './sma-handler.ts';
import { requestTimeoutMs } from './time-limits.ts';

const settings = readSettings(
  [
    'AWS_REGION',
    'CALL_CONTEXTS_TABLE',
    'ROUTING_TABLES_TABLE',
    'ROUTING_TABLE_NAME',
    'CONTEXT_SIGNING_KEYS',
    'ALEXA_CLIENT_IDS',
    'SMA_PHONE_NUMBER',
    'DEFAULT_DESTINATION',
  ],
  process.env,
);
const region = settings.AWS_REGION;
const log = createLogger({ clock: systemClock });
const dynamoDb = dynamoDbDocumentClient({ region, requestTimeoutMs, maxAttempts: 2 });
const fallback = defaultPlan(settings.DEFAULT_DESTINATION, settings.SMA_PHONE_NUMBER);

const { lookUpKeys, voicemailBucket } = optionalSettings(process.env, log);

const routing = {
  clock: systemClock,
  timers: systemTimers,
  contextIds: hmacCallContextIds({ keys: parseSigningKeys(settings.CONTEXT_SIGNING_KEYS), region, ids: systemIds }),
  contexts: new DynamoDbCallContextStore(dynamoDb, { tableName: settings.CALL_CONTEXTS_TABLE }),
  tables: new PublishedTables({
    store: new DynamoDbRoutingTableStore(dynamoDb, { tableName: settings.ROUTING_TABLES_TABLE }),
    clock: systemClock,
    name: settings.ROUTING_TABLE_NAME,
    log,
  }),
  clientIds: settings.ALEXA_CLIENT_IDS,
  defaultPlan: fallback,
  log,
};

export const handler = createSmaHandler({
  ...routing,
  route: (event) => routeCall(event, routing),
  meetings: chimeMeetings({ region, requestTimeoutMs }),
  ...(lookUpKeys === undefined
    ? {}
    : { lookUps: lookUpsOverHttp({ keys: lookUpKeys, clock: systemClock, timers: systemTimers }) }),
  ownNumber: settings.SMA_PHONE_NUMBER,
  world: voicemailBucket === undefined ? {} : { voicemailBucket },
});
