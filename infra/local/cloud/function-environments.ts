import type { Ids } from '../../../shared/ports/ids.ts';
import type { FunctionName } from '../../functions.ts';
import type { Tenant } from './tenant.ts';

export interface EnvironmentOptions {
  readonly tenant: Tenant;
  readonly tableNames: {
    readonly callContexts: string;
    readonly routingTables: string;
    readonly callRecords: string;
    readonly console: string;
  };
  /** The bus on which advisers are invited. */
  readonly adviserBus: string;
  readonly ids: Ids;
  /** Base URLs of the local services. */
  readonly endpoints: {
    readonly dynamoDb: string;
    readonly meetings: string;
    readonly voice: string;
    readonly events: string;
    /** Of who keeps the accounts that customers link. */
    readonly userInfo?: string;
    /** Needed where a business manages the device: an origin. */
    readonly loginWithAmazon?: string;
    /** Needed where keys of the tenant's lie in a secret. */
    readonly secrets?: string;
  };
}

/** Where the local cloud keeps the credentials of who manages the device. */
export const smartPropertySecret = 'smart-properties';

type Environment = Record<string, string>;

/** The settings that infra/aws gives the functions on AWS, with local endpoints; and an operator's, for the command line. */
export function functionEnvironments(options: EnvironmentOptions): Record<FunctionName | 'operator', Environment> {
  const { tenant, tableNames, adviserBus, ids, endpoints } = options;
  const secrets = given('AWS_ENDPOINT_URL_SECRETS_MANAGER', endpoints.secrets);
  const contexts = {
    CALL_CONTEXTS_TABLE: tableNames.callContexts,
    ...(tenant.contextSigningSecret === undefined
      ? { CONTEXT_SIGNING_KEYS: newKeys(ids) }
      : { CONTEXT_SIGNING_SECRET: tenant.contextSigningSecret, ...secrets }),
    AWS_ENDPOINT_URL_DYNAMODB: endpoints.dynamoDb,
    ...given('CONTEXT_REGIONS', tenant.standbyRegion && `${tenant.region},${tenant.standbyRegion}`),
  };
  const tables = { ROUTING_TABLES_TABLE: tableNames.routingTables, ROUTING_TABLE_NAME: tenant.routingTable.name };
  const smaId = given('SIP_MEDIA_APPLICATION_ID', tenant.pstnAudio.SipMediaApplications[0]?.SipMediaApplicationId);
  const commands =
    tenant.callCommandSecret === undefined
      ? { CALL_COMMAND_KEYS: newKeys(ids) }
      : { CALL_COMMAND_SECRET: tenant.callCommandSecret, ...secrets };
  const calls = { CALL_RECORDS_TABLE: tableNames.callRecords, ...commands };
  return {
    skill: {
      ...contexts,
      ...tables,
      ...smaId,
      ALEXA_SKILL_ID: tenant.skill.id,
      SMA_PHONE_NUMBER: tenant.smaPhoneNumber,
      CALL_INGRESSES: (tenant.callIngresses ?? ['alexa-skill-call', 'callback']).join(','),
      // Here one caller tries everything, again and again.
      CALLBACKS_PER_HOUR: '999',
      BUSINESS_NAME: tenant.businessName,
      REASONS_WITH_PLACE: tenant.reasonsWithPlace.join(','),
      ...given('LINKED_PROFILE_URL', endpoints.userInfo),
      LINKED_PROFILE_ACCOUNT_CLAIM: 'account_number',
      AWS_ENDPOINT_URL_CHIME_SDK_VOICE: endpoints.voice,
      ...secrets,
      ...(tenant.smartProperty === undefined
        ? {}
        : {
            SMART_PROPERTIES_SECRET: smartPropertySecret,
            ...given('SMART_PROPERTIES_TOKEN_ORIGIN', endpoints.loginWithAmazon),
          }),
    },
    sma: {
      ...contexts,
      ...calls,
      ...tables,
      ALEXA_CLIENT_IDS: tenant.skill.clientId,
      SMA_PHONE_NUMBER: tenant.smaPhoneNumber,
      DEFAULT_DESTINATION: tenant.defaultDestination,
      ADVISER_EVENT_BUS: adviserBus,
      ...(tenant.lookUpSigningSecret === undefined
        ? given('LOOK_UP_SIGNING_KEYS', tenant.lookUpSigningKeys)
        : { LOOK_UP_SIGNING_SECRET: tenant.lookUpSigningSecret, ...secrets }),
      ...given('VOICEMAIL_BUCKET', tenant.voicemailBucket),
      ...given('CALL_RECORDINGS', tenant.callRecordings),
      ...given('WAITING_MUSIC', tenant.waitingMusic),
      ...given('RINGBACK_TONE', tenant.ringbackTone),
      ...given('VOICE_CONNECTOR_SIP_RULES', tenant.voiceConnectorSipRules?.join(',')),
      AWS_ENDPOINT_URL_CHIME_SDK_MEETINGS: endpoints.meetings,
      AWS_ENDPOINT_URL_EVENTBRIDGE: endpoints.events,
    },
    'console-api': {
      ...contexts,
      ...calls,
      ...smaId,
      CONSOLE_TABLE: tableNames.console,
      AWS_ENDPOINT_URL_CHIME_SDK_VOICE: endpoints.voice,
      AWS_ENDPOINT_URL_CHIME_SDK_MEETINGS: endpoints.meetings,
    },
    'routing-api': {
      ROUTING_TABLES_TABLE: tableNames.routingTables,
      CALL_RECORDS_TABLE: tableNames.callRecords,
      CONSOLE_TABLE: tableNames.console,
      AWS_ENDPOINT_URL_DYNAMODB: endpoints.dynamoDb,
    },
    'meeting-events': { ...commands, ...smaId, AWS_ENDPOINT_URL_CHIME_SDK_VOICE: endpoints.voice },
    operator: {
      AWS_REGION: tenant.region,
      AWS_ACCESS_KEY_ID: 'local',
      AWS_SECRET_ACCESS_KEY: 'local',
      AWS_ENDPOINT_URL_DYNAMODB: endpoints.dynamoDb,
      ROUTING_TABLES_TABLE: tableNames.routingTables,
    },
  };
}

function given(name: string, value: string | undefined): Environment {
  return value === undefined ? {} : { [name]: value };
}

/** In the form of CONTEXT_SIGNING_KEYS, new for each start. */
export function newKeys(ids: Ids): string {
  return JSON.stringify({ current: 'a', keys: { a: Buffer.from(ids.randomBytes(32)).toString('base64') } });
}
