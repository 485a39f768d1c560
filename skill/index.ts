import type { RequestEnvelope, ResponseEnvelope } from 'ask-sdk-model';
import { alexaApiClient } from '../shared/adapters/alexa/alexa-api-client.ts';
import { alexaSkillCall } from '../shared/adapters/alexa/alexa-skill-call.ts';
import { dynamoDbDocumentClient } from '../shared/adapters/dynamodb/document-client.ts';
import { DynamoDbCallContextStore } from '../shared/adapters/dynamodb/dynamodb-call-context-store.ts';
import { hmacCallContextIds } from '../shared/adapters/hmac/hmac-call-context-ids.ts';
import { secretsManager } from '../shared/adapters/secrets/secrets-manager.ts';
import { signingKeysOfSettings } from '../shared/adapters/secrets/signing-keys-of-settings.ts';
import { systemClock } from '../shared/adapters/system/system-clock.ts';
import { systemIds } from '../shared/adapters/system/system-ids.ts';
import { systemTimers } from '../shared/adapters/system/system-timers.ts';
import { readSettings } from '../shared/env.ts';
import { createLogger } from '../shared/observability/logger.ts';
import { createSkill } from './skill.ts';
import { timeLimits } from './time-limits.ts';

const settings = readSettings(
  [
    'AWS_REGION',
    'ALEXA_SKILL_ID',
    'SMA_PHONE_NUMBER',
    'CALL_CONTEXTS_TABLE',
    'CONTEXT_SIGNING_KEYS',
    'CONTEXT_SIGNING_SECRET',
  ],
  process.env,
);

const logger = createLogger({ clock: systemClock });

const documentClient = dynamoDbDocumentClient({
  region: settings.AWS_REGION,
  requestTimeoutMs: timeLimits.storingMs / 2,
  maxAttempts: 2,
});

const skill = createSkill({
  skillId: settings.ALEXA_SKILL_ID,
  apiClient: alexaApiClient({ timeoutMs: timeLimits.gatheringMs }),
  callContexts: new DynamoDbCallContextStore(documentClient, { tableName: settings.CALL_CONTEXTS_TABLE }),
  callContextIds: hmacCallContextIds({
    keys: signingKeysOfSettings({
      keys: settings.CONTEXT_SIGNING_KEYS,
      secret: settings.CONTEXT_SIGNING_SECRET,
      secrets: secretsManager({ region: settings.AWS_REGION }),
      clock: systemClock,
      timers: systemTimers,
      onTrouble: (error) => logger.error('signing-keys-unavailable', error),
    }),
    region: settings.AWS_REGION,
    ids: systemIds,
  }),
  callStarter: ({ apiEndpoint, apiAccessToken }) =>
    alexaSkillCall({ apiEndpoint, apiAccessToken, timeoutMs: timeLimits.callingMs }),
  smaPhoneNumber: settings.SMA_PHONE_NUMBER,
  clock: systemClock,
  timers: systemTimers,
  logger,
});

/**
 * The skill's Lambda function. A promise, not the SDK's `.lambda()`, which answers through a callback:
 * Lambda's runtimes from Node 24 on do not take one.
 */
export const handler = (envelope: RequestEnvelope, context: unknown): Promise<ResponseEnvelope> =>
  skill.invoke(envelope, context);
