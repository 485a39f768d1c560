import { chimeMeetingPlaces } from '../../shared/adapters/chime/chime-meeting-places.ts';
import { chimeCallCommands } from '../../shared/adapters/chime/chime-call-commands.ts';
import { dynamoDbDocumentClient } from '../../shared/adapters/dynamodb/document-client.ts';
import { DynamoDbCallContextStore } from '../../shared/adapters/dynamodb/dynamodb-call-context-store.ts';
import { DynamoDbCallRecordStore } from '../../shared/adapters/dynamodb/dynamodb-call-record-store.ts';
import { originRegionCallContexts } from '../../shared/adapters/dynamodb/origin-region-call-contexts.ts';
import { hmacCallCommandSigner } from '../../shared/adapters/hmac/call-command-signer.ts';
import { hmacCallContextIds } from '../../shared/adapters/hmac/hmac-call-context-ids.ts';
import type { SigningKeySource } from '../../shared/adapters/hmac/signing-key-source.ts';
import { secretsManager } from '../../shared/adapters/secrets/secrets-manager.ts';
import {
  optionalSigningKeys,
  signingKeysOfSettings,
  type SigningKeyLoading,
} from '../../shared/adapters/secrets/signing-keys-of-settings.ts';
import { systemClock } from '../../shared/adapters/system/system-clock.ts';
import { systemIds } from '../../shared/adapters/system/system-ids.ts';
import { systemTimers } from '../../shared/adapters/system/system-timers.ts';
import { readSettings } from '../../shared/env.ts';
import { createLogger } from '../../shared/observability/logger.ts';
import type { CallControl } from './call-control.ts';
import type { ConsoleServices } from './console-services.ts';
import { createConsoleHandler } from './console-handler.ts';
import { lateChangeLog } from './late-change-log.ts';
import { callRoutes } from './routes.ts';

const settings = readSettings(
  [
    'AWS_REGION',
    'CALL_CONTEXTS_TABLE',
    'CONTEXT_SIGNING_KEYS',
    'CONTEXT_SIGNING_SECRET',
    'CONTEXT_REGIONS',
    'CALL_RECORDS_TABLE',
    'CALL_COMMAND_KEYS',
    'CALL_COMMAND_SECRET',
    'SIP_MEDIA_APPLICATION_ID',
  ],
  process.env,
);
const region = settings.AWS_REGION;
const log = createLogger({ clock: systemClock });
const documents = dynamoDbDocumentClient({ region });
const contextStore = (client: typeof documents): DynamoDbCallContextStore =>
  new DynamoDbCallContextStore(client, { tableName: settings.CALL_CONTEXTS_TABLE });

const loading: SigningKeyLoading = {
  secrets: secretsManager({ region }),
  clock: systemClock,
  timers: systemTimers,
  onTrouble: (error, setting) => log.error('signing-keys-unavailable', error, { setting }),
};

export const handler = createConsoleHandler(callRoutes, {
  clock: systemClock,
  contextIds: hmacCallContextIds({
    keys: signingKeysOfSettings('CONTEXT_SIGNING', settings, loading),
    region,
    ids: systemIds,
  }),
  contexts: originRegionCallContexts({
    local: contextStore(documents),
    region,
    regions: settings.CONTEXT_REGIONS ?? [],
    open: (other) => contextStore(dynamoDbDocumentClient({ region: other })),
  }),
  ...callRecords(settings.CALL_RECORDS_TABLE),
  ...audit(process.env['CONSOLE_TABLE']),
  meetingPlaces: chimeMeetingPlaces(),
  ...callControl(optionalSigningKeys('CALL_COMMAND', settings, loading)),
  log,
});

function callRecords(tableName: string | undefined): { readonly callRecords?: DynamoDbCallRecordStore } {
  return tableName === undefined ? {} : { callRecords: new DynamoDbCallRecordStore(documents, { tableName, log }) };
}

/** Without the setting it is known by receipts alone who looked at a context. */
function audit(given: string | undefined): Pick<ConsoleServices, 'changes'> {
  if (given === undefined || given === '') return {};
  const { CONSOLE_TABLE: tableName } = readSettings(['CONSOLE_TABLE'], process.env);
  return { changes: lateChangeLog(documents, { tableName, log }) };
}

function callControl(keys: SigningKeySource | undefined): { readonly callControl?: CallControl } {
  if (keys === undefined) return {};
  const signer = hmacCallCommandSigner({ keys, ids: systemIds });
  const usual = settings.SIP_MEDIA_APPLICATION_ID;
  return {
    callControl: {
      commands: chimeCallCommands({ signer, clock: systemClock, log }),
      ...(usual === undefined ? {} : { usualApplication: { sipMediaApplicationId: usual, region } }),
    },
  };
}
