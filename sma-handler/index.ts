import { chimeMeetings } from '../shared/adapters/chime/chime-meetings.ts';
import { dynamoDbDocumentClient } from '../shared/adapters/dynamodb/document-client.ts';
import { DynamoDbCallContextStore } from '../shared/adapters/dynamodb/dynamodb-call-context-store.ts';
import { DynamoDbRoutingTableStore } from '../shared/adapters/dynamodb/dynamodb-routing-table-store.ts';
import { originRegionCallContexts } from '../shared/adapters/dynamodb/origin-region-call-contexts.ts';
import { eventBridgeAdviserInvitations } from '../shared/adapters/event-bridge/event-bridge-adviser-invitations.ts';
import { hmacCallCommandSigner } from '../shared/adapters/hmac/call-command-signer.ts';
import { hmacCallContextIds } from '../shared/adapters/hmac/hmac-call-context-ids.ts';
import { lookUpsOverHttp } from '../shared/adapters/http/look-ups-over-http.ts';
import { secretsManager } from '../shared/adapters/secrets/secrets-manager.ts';
import {
  optionalSigningKeys,
  signingKeysOfSettings,
  type SigningKeyLoading,
} from '../shared/adapters/secrets/signing-keys-of-settings.ts';
import { systemClock } from '../shared/adapters/system/system-clock.ts';
import { systemIds } from '../shared/adapters/system/system-ids.ts';
import { systemTimers } from '../shared/adapters/system/system-timers.ts';
import { readSettings } from '../shared/env.ts';
import { emfMetrics } from '../shared/observability/emf-metrics.ts';
import { usualMetricsNamespace } from '../shared/observability/metrics.ts';
import { createLogger } from '../shared/observability/logger.ts';
import { xrayTraces } from '../shared/observability/xray-traces.ts';
import { lateCallRecords } from './late-call-records.ts';
import { optionalSettings } from './optional-settings.ts';
import { defaultPlan } from './routing/default-destination.ts';
import { PublishedTables } from './routing/published-tables.ts';
import { createRouter } from './routing/route-call.ts';
import { createSmaHandler } from './sma-handler.ts';
import { requestTimeoutMs } from './time-limits.ts';
import { worldOf } from './world-of-settings.ts';

const settings = readSettings(
  [
    'AWS_REGION',
    'CALL_CONTEXTS_TABLE',
    'ROUTING_TABLES_TABLE',
    'ROUTING_TABLE_NAME',
    'ALEXA_CLIENT_IDS',
    'SMA_PHONE_NUMBER',
    'DEFAULT_DESTINATION',
  ],
  process.env,
);
const region = settings.AWS_REGION;
const log = createLogger({ clock: systemClock });
const optional = optionalSettings(process.env, log);
const dynamoDb = dynamoDbDocumentClient({ region, requestTimeoutMs, maxAttempts: 2 });
const contextStore = (client: typeof dynamoDb): DynamoDbCallContextStore =>
  new DynamoDbCallContextStore(client, { tableName: settings.CALL_CONTEXTS_TABLE });

const contexts = originRegionCallContexts({
  local: contextStore(dynamoDb),
  region,
  regions: optional.CONTEXT_REGIONS ?? [],
  open: (other) => contextStore(dynamoDbDocumentClient({ region: other, requestTimeoutMs, maxAttempts: 1 })),
});
const loading: SigningKeyLoading = {
  secrets: secretsManager({ region }),
  clock: systemClock,
  timers: systemTimers,
  onTrouble: (error, setting) => log.error('signing-keys-unavailable', error, { setting }),
};
const contextIds = hmacCallContextIds({
  keys: signingKeysOfSettings('CONTEXT_SIGNING', optional, loading),
  region,
  ids: systemIds,
});
// While the function starts nobody is charged for it, and no caller waits yet.
await contextIds.ready();
// Few calls need these: the first that does has them loaded.
const commandKeys = optionalSigningKeys('CALL_COMMAND', optional, loading);
const lookUpKeys = optionalSigningKeys('LOOK_UP_SIGNING', optional, loading);

const shared = {
  clock: systemClock,
  timers: systemTimers,
  log,
  contexts,
  tables: new PublishedTables({
    store: new DynamoDbRoutingTableStore(dynamoDb, { tableName: settings.ROUTING_TABLES_TABLE }),
    clock: systemClock,
    name: settings.ROUTING_TABLE_NAME,
    log,
  }),
  ownNumber: settings.SMA_PHONE_NUMBER,
  defaultPlan: defaultPlan(settings.DEFAULT_DESTINATION, settings.SMA_PHONE_NUMBER),
};
const router = createRouter({
  ...shared,
  contextIds,
  clientIds: settings.ALEXA_CLIENT_IDS,
  voiceConnectorRules: optional.VOICE_CONNECTOR_SIP_RULES ?? [],
});

export const handler = createSmaHandler({
  ...shared,
  route: router.route,
  destination: router.destination,
  world: worldOf(optional),
  meetings: chimeMeetings({ region, requestTimeoutMs }),
  metrics: emfMetrics({ clock: systemClock, namespace: optional.METRICS_NAMESPACE ?? usualMetricsNamespace }),
  traces: xrayTraces({ environment: process.env, ids: systemIds, timers: systemTimers }),
  ...(optional.CALL_RECORDS_TABLE === undefined
    ? {}
    : { callRecords: lateCallRecords(dynamoDb, { tableName: optional.CALL_RECORDS_TABLE, log }) }),
  ...(optional.ADVISER_EVENT_BUS === undefined
    ? {}
    : { invitations: eventBridgeAdviserInvitations({ region, eventBus: optional.ADVISER_EVENT_BUS }) }),
  ...(commandKeys === undefined ? {} : { commands: hmacCallCommandSigner({ keys: commandKeys, ids: systemIds }) }),
  ...(lookUpKeys === undefined
    ? {}
    : { lookUps: lookUpsOverHttp({ keys: lookUpKeys, clock: systemClock, timers: systemTimers }) }),
});
