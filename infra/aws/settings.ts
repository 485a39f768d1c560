import type { DeploymentConfig, DeploymentFacts } from './config/deployment-config.ts';
import type { FunctionSettings } from './constructs/bridge-function.ts';
import type { Names } from './names.ts';

/** What the settings of a Region's functions are made of. */
export interface SettingsOf {
  readonly config: DeploymentConfig;
  readonly names: Names;
}

interface WithNumber {
  /** The number that the skill calls: known only at deployment. */
  readonly phoneNumber: string;
}

/** Stands in until the skill has its id, which the Alexa console asks the function's ARN for: a request of any real skill is refused. */
const noSkillYet = 'amzn1.ask.skill.00000000-0000-0000-0000-000000000000';

/** Settings of the skill's function. */
export function skillSettings(
  { config, names, phoneNumber }: SettingsOf & WithNumber,
  { sipMediaApplicationId }: { readonly sipMediaApplicationId: string },
): FunctionSettings {
  const { alexa, callbacks, callIngresses, linkedProfile, reasonsWithPlace } = config;
  return {
    ALEXA_SKILL_ID: alexa.skillId ?? noSkillYet,
    SMA_PHONE_NUMBER: phoneNumber,
    CALL_CONTEXTS_TABLE: names.callContextsTable,
    CONTEXT_SIGNING_SECRET: names.contextSigningSecret,
    ROUTING_TABLES_TABLE: names.routingTablesTable,
    ROUTING_TABLE_NAME: config.routingTable,
    CALL_INGRESSES: callIngresses.join(','),
    SIP_MEDIA_APPLICATION_ID: sipMediaApplicationId,
    BUSINESS_NAME: alexa.businessName,
    ...listed('CALLBACK_PREFIXES', callbacks.prefixes ?? []),
    ...(callbacks.perHour === undefined ? {} : { CALLBACKS_PER_HOUR: String(callbacks.perHour) }),
    ...listed('REASONS_WITH_PLACE', reasonsWithPlace),
    ...(linkedProfile === undefined ? {} : { LINKED_PROFILE_URL: linkedProfile.url }),
    ...(linkedProfile?.accountClaim === undefined ? {} : { LINKED_PROFILE_ACCOUNT_CLAIM: linkedProfile.accountClaim }),
  };
}

/** Settings of the function on the calls. */
export function smaSettings(
  { config, facts, names, phoneNumber }: SettingsOf & WithNumber & { readonly facts: DeploymentFacts },
  media: { readonly defaultDestination: string; readonly promptsBucket: string; readonly recordingsBucket: string },
): FunctionSettings {
  return {
    CALL_CONTEXTS_TABLE: names.callContextsTable,
    CONTEXT_SIGNING_SECRET: names.contextSigningSecret,
    CONTEXT_REGIONS: regionsOf(config).join(','),
    ROUTING_TABLES_TABLE: names.routingTablesTable,
    ROUTING_TABLE_NAME: config.routingTable,
    ALEXA_CLIENT_IDS: config.alexa.clientIds.length === 0 ? noClientYet : config.alexa.clientIds.join(','),
    SMA_PHONE_NUMBER: phoneNumber,
    DEFAULT_DESTINATION: media.defaultDestination,
    VOICEMAIL_BUCKET: media.recordingsBucket,
    CALL_RECORDINGS: `${media.recordingsBucket}/conversations`,
    ...(config.prompts.waitingMusic === undefined
      ? {}
      : { WAITING_MUSIC: `${media.promptsBucket}/${config.prompts.waitingMusic}` }),
    ...(config.prompts.ringbackTone === undefined
      ? {}
      : { RINGBACK_TONE: `${media.promptsBucket}/${config.prompts.ringbackTone}` }),
    CALL_RECORDS_TABLE: names.callRecordsTable,
    CALL_COMMAND_SECRET: names.callCommandSecret,
    LOOK_UP_SIGNING_SECRET: names.lookUpSigningSecret,
    METRICS_NAMESPACE: names.metricsNamespace,
    ADVISER_EVENT_BUS: names.adviserBus,
    ...listed('VOICE_CONNECTOR_SIP_RULES', facts.voiceConnectorSipRules),
  };
}

/** No client has it: a call that says it is the skill's is believed only where its client is known. */
const noClientYet = 'amzn1.application-oa2-client.00000000000000000000000000000000';

/** Settings of the console API's function. */
export function consoleSettings(
  { config, names }: SettingsOf,
  { sipMediaApplicationId }: { readonly sipMediaApplicationId: string },
): FunctionSettings {
  return {
    CALL_CONTEXTS_TABLE: names.callContextsTable,
    CONTEXT_SIGNING_SECRET: names.contextSigningSecret,
    CONTEXT_REGIONS: regionsOf(config).join(','),
    CALL_RECORDS_TABLE: names.callRecordsTable,
    CONSOLE_TABLE: names.consoleTable,
    CALL_COMMAND_SECRET: names.callCommandSecret,
    SIP_MEDIA_APPLICATION_ID: sipMediaApplicationId,
  };
}

/** Settings of the function for tables and figures. */
export function routingSettings({ names }: Pick<SettingsOf, 'names'>): FunctionSettings {
  return {
    ROUTING_TABLES_TABLE: names.routingTablesTable,
    CALL_RECORDS_TABLE: names.callRecordsTable,
    CONSOLE_TABLE: names.consoleTable,
  };
}

/** Both Regions, the primary one first. */
export function regionsOf({ regions }: Pick<DeploymentConfig, 'regions'>): readonly [string, string] {
  return [regions.primary, regions.standby];
}

function listed(
  name: 'CALLBACK_PREFIXES' | 'REASONS_WITH_PLACE' | 'VOICE_CONNECTOR_SIP_RULES',
  items: readonly string[],
): FunctionSettings {
  return items.length === 0 ? {} : { [name]: items.join(',') };
}

/** Settings of the function that tells calls what happens in their meetings. */
export function meetingEventsSettings(
  { names }: Pick<SettingsOf, 'names'>,
  { sipMediaApplicationId }: { readonly sipMediaApplicationId: string },
): FunctionSettings {
  return { CALL_COMMAND_SECRET: names.callCommandSecret, SIP_MEDIA_APPLICATION_ID: sipMediaApplicationId };
}
