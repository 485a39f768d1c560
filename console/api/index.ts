import { dynamoDbDocumentClient } from '../../shared/adapters/dynamodb/document-client.ts';
import { DynamoDbCallContextStore } from '../../shared/adapters/dynamodb/dynamodb-call-context-store.ts';
import { hmacCallContextIds } from '../../shared/adapters/hmac/hmac-call-context-ids.ts';
import { parseSigningKeys } from '../../shared/adapters/hmac/signing-keys.ts';
import { systemClock } from '../../shared/adapters/system/system-clock.ts';
import { systemIds } from '../../shared/adapters/system/system-ids.ts';
import { readSettings } from '../../shared/env.ts';
import { createLogger } from '../../shared/observability/logger.ts';
import { createConsoleHandler } from './console-handler.ts';
import { consoleRoutes } from './routes.ts';

const settings = readSettings(['AWS_REGION', 'CALL_CONTEXTS_TABLE', 'CONTEXT_SIGNING_KEYS'], process.env);
const region = settings.AWS_REGION;

export const handler = createConsoleHandler(consoleRoutes, {
  clock: systemClock,
  contextIds: hmacCallContextIds({ keys: parseSigningKeys(settings.CONTEXT_SIGNING_KEYS), region, ids: systemIds }),
  contexts: new DynamoDbCallContextStore(dynamoDbDocumentClient({ region }), {
    tableName: settings.CALL_CONTEXTS_TABLE,
  }),
  log: createLogger({ clock: systemClock }),
});
