import { ChimeSDKVoiceClient } from '@aws-sdk/client-chime-sdk-voice';
import { dynamoDbDocumentClient } from '../../../shared/adapters/dynamodb/document-client.ts';
import { DynamoDbCallRecordStore } from '../../../shared/adapters/dynamodb/dynamodb-call-record-store.ts';
import { systemClock } from '../../../shared/adapters/system/system-clock.ts';
import { systemTimers } from '../../../shared/adapters/system/system-timers.ts';
import { readSettings } from '../../../shared/env.ts';
import { BridgeError } from '../../../shared/errors.ts';
import { createLogger } from '../../../shared/observability/logger.ts';
import { createCanary } from './canary-handler.ts';
import { canaryNamespace } from './canary-metrics.ts';
import { placeCallBy } from './place-call.ts';

const {
  AWS_REGION: region,
  SMA_PHONE_NUMBER: ownNumber,
  CALL_RECORDS_TABLE: tableName,
  SIP_MEDIA_APPLICATION_ID: sipMediaApplicationId,
  METRICS_NAMESPACE: metricsNamespace,
} = readSettings(
  ['AWS_REGION', 'SMA_PHONE_NUMBER', 'CALL_RECORDS_TABLE', 'SIP_MEDIA_APPLICATION_ID', 'METRICS_NAMESPACE'],
  process.env,
);
if (tableName === undefined || sipMediaApplicationId === undefined)
  throw new BridgeError(
    'environment-invalid',
    'canary: it needs CALL_RECORDS_TABLE, to see what became of its calls, and SIP_MEDIA_APPLICATION_ID, to place them',
  );
const log = createLogger({ clock: systemClock });
const voice = new ChimeSDKVoiceClient({
  region,
  // Another try would ring twice.
  maxAttempts: 1,
  requestHandler: { requestTimeout: 5000, connectionTimeout: 1000, throwOnRequestTimeout: true },
});

export const handler = createCanary({
  placeCall: placeCallBy(voice, { sipMediaApplicationId, from: ownNumber }),
  records: new DynamoDbCallRecordStore(dynamoDbDocumentClient({ region, requestTimeoutMs: 2000 }), { tableName, log }),
  ownNumber,
  metricsNamespace: canaryNamespace(metricsNamespace),
  clock: systemClock,
  timers: systemTimers,
  log,
  write: (line) => process.stdout.write(`${line}\n`),
});
