import type { ResponseEnvelope } from 'ask-sdk-model';
import { alexaApiClient } from '../shared/adapters/alexa/alexa-api-client.ts';
import { alexaProgressiveResponses } from '../shared/adapters/alexa/alexa-progressive-responses.ts';
import { openIdLinkedProfiles } from '../shared/adapters/alexa/open-id-linked-profiles.ts';
import { dynamoDbDocumentClient } from '../shared/adapters/dynamodb/document-client.ts';
import { DynamoDbCallContextStore } from '../shared/adapters/dynamodb/dynamodb-call-context-store.ts';
import { DynamoDbPublishedReasons } from '../shared/adapters/dynamodb/dynamodb-published-reasons.ts';
import { hmacCallContextIds } from '../shared/adapters/hmac/hmac-call-context-ids.ts';
import { secretsManager } from '../shared/adapters/secrets/secrets-manager.ts';
import { signingKeysOfSettings } from '../shared/adapters/secrets/signing-keys-of-settings.ts';
import { systemClock } from '../shared/adapters/system/system-clock.ts';
import { systemIds } from '../shared/adapters/system/system-ids.ts';
import { systemTimers } from '../shared/adapters/system/system-timers.ts';
import { readSettings } from '../shared/env.ts';
import { createLogger } from '../shared/observability/logger.ts';
import { ReasonCatalogue } from './catalogue/reason-catalogue.ts';
import { createSkill } from './skill.ts';
import { timeLimits } from './time-limits.ts';
import { waysInOfSettings } from './ways-in-of-settings.ts';

const settings = readSettings(
  [
    'AWS_REGION',
    'ALEXA_SKILL_ID',
    'SMA_PHONE_NUMBER',
    'CALL_CONTEXTS_TABLE',
    'CONTEXT_SIGNING_KEYS',
    'CONTEXT_SIGNING_SECRET',
    'CALL_INGRESSES',
    'SIP_MEDIA_APPLICATION_ID',
    'CALLBACK_PREFIXES',
    'CALLBACKS_PER_HOUR',
    'PBX_ADDRESS',
    'SMART_PROPERTIES_SECRET',
    'SMART_PROPERTIES_TOKEN_ORIGIN',
    'BUSINESS_NAME',
    'REASONS_WITH_PLACE',
    'LINKED_PROFILE_URL',
    'LINKED_PROFILE_ACCOUNT_CLAIM',
    'ROUTING_TABLES_TABLE',
    'ROUTING_TABLE_NAME',
  ],
  process.env,
);
const { AWS_REGION: region, SMA_PHONE_NUMBER: smaPhoneNumber, LINKED_PROFILE_URL: userInfoUrl } = settings;
const clock = systemClock;
const timers = systemTimers;
const logger = createLogger({ clock });
const secrets = secretsManager({ region });
const dynamoDb = dynamoDbDocumentClient({ region, requestTimeoutMs: timeLimits.storingMs / 2, maxAttempts: 2 });

const answer = createSkill({
  skillId: settings.ALEXA_SKILL_ID,
  apiClient: alexaApiClient({ timeoutMs: timeLimits.gatheringMs }),
  linkedProfiles:
    userInfoUrl === undefined
      ? undefined
      : openIdLinkedProfiles({ userInfoUrl, accountClaim: settings.LINKED_PROFILE_ACCOUNT_CLAIM, timers }),
  callContexts: new DynamoDbCallContextStore(dynamoDb, { tableName: settings.CALL_CONTEXTS_TABLE }),
  callContextIds: hmacCallContextIds({
    keys: signingKeysOfSettings('CONTEXT_SIGNING', settings, {
      secrets,
      clock,
      timers,
      onTrouble: (error, setting) => logger.error('signing-keys-unavailable', error, { setting }),
    }),
    region,
    ids: systemIds,
  }),
  ...waysInOfSettings(settings, { secrets, clock, log: logger }),
  callbacksPerHour: settings.CALLBACKS_PER_HOUR ?? 5,
  progressiveResponses: alexaProgressiveResponses({ timeoutMs: timeLimits.sayingMs }),
  smaPhoneNumber,
  reasonsWithPlace: settings.REASONS_WITH_PLACE ?? [],
  catalogue: new ReasonCatalogue({
    published: new DynamoDbPublishedReasons(dynamoDb, { tableName: settings.ROUTING_TABLES_TABLE }),
    tableName: settings.ROUTING_TABLE_NAME,
    clock,
    timers,
    logger,
  }),
  names: { business: settings.BUSINESS_NAME ?? 'Example Bank', phoneNumber: smaPhoneNumber },
  clock,
  timers,
  logger,
});

/**
 * The skill's Lambda function. A promise, not the SDK's `.lambda()`, which answers through a callback:
 * Lambda's runtimes from Node 24 on do not take one.
 */
export const handler = (received: unknown, context: unknown): Promise<ResponseEnvelope> => answer(received, context);
