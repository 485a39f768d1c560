import type { Ids } from '../../../shared/ports/ids.ts';
import type { FunctionName } from '../../functions.ts';
import type { Tenant } from './tenant.ts';

export interface EnvironmentOptions {
  readonly tenant: Tenant;
  readonly tableNames: { readonly callContexts: string; readonly routingTables: string };
  readonly ids: Ids;
  /** Endpoints of the local services. */
  readonly dynamoDb: string;
  readonly meetings: string;
}

/** The settings that infra/aws gives the functions on AWS, with local endpoints; and an operator's, for the command line. */
export function functionEnvironments({
  tenant,
  tableNames,
  ids,
  dynamoDb,
  meetings,
}: EnvironmentOptions): Record<FunctionName | 'operator', Record<string, string>> {
  const signingKeys = JSON.stringify({
    current: 'a',
    keys: { a: Buffer.from(ids.randomBytes(32)).toString('base64') },
  });
  const contexts = {
    CALL_CONTEXTS_TABLE: tableNames.callContexts,
    CONTEXT_SIGNING_KEYS: signingKeys,
    AWS_ENDPOINT_URL_DYNAMODB: dynamoDb,
  };
  return {
    skill: { ...contexts, ALEXA_SKILL_ID: tenant.skill.id, SMA_PHONE_NUMBER: tenant.smaPhoneNumber },
    sma: {
      ...contexts,
      ROUTING_TABLES_TABLE: tableNames.routingTables,
      ROUTING_TABLE_NAME: tenant.routingTable.name,
      ALEXA_CLIENT_IDS: tenant.skill.clientId,
      SMA_PHONE_NUMBER: tenant.smaPhoneNumber,
      DEFAULT_DESTINATION: tenant.defaultDestination,
      ...(tenant.lookUpSigningKeys === undefined ? {} : { LOOK_UP_SIGNING_KEYS: tenant.lookUpSigningKeys }),
      ...(tenant.voicemailBucket === undefined ? {} : { VOICEMAIL_BUCKET: tenant.voicemailBucket }),
      AWS_ENDPOINT_URL_CHIME_SDK_MEETINGS: meetings,
    },
    'console-api': contexts,
    operator: {
      AWS_REGION: tenant.region,
      AWS_ACCESS_KEY_ID: 'local',
      AWS_SECRET_ACCESS_KEY: 'local',
      AWS_ENDPOINT_URL_DYNAMODB: dynamoDb,
      ROUTING_TABLES_TABLE: tableNames.routingTables,
    },
  };
}
