import {
  functionEnvironments,
  type EnvironmentOptions,
} from '../../../../../infra/local/cloud/function-environments.ts';
import type { Tenant } from '../../../../../infra/local/cloud/tenant.ts';
import { exampleBank } from '../../../../../infra/local/demo/example-bank/example-bank.ts';
import { parseSigningKeys } from '../../../../../shared/adapters/hmac/signing-keys.ts';
import { readSettings, settings, type SettingName } from '../../../../../shared/env.ts';
import { systemIds } from '../../../../../shared/adapters/system/system-ids.ts';

const endpoints = {
  dynamoDb: 'http://127.0.0.1:1',
  meetings: 'http://127.0.0.1:2',
  voice: 'http://127.0.0.1:3',
  events: 'http://127.0.0.1:4',
};
const tableNames = { callContexts: 'contexts', routingTables: 'tables', callRecords: 'records', console: 'console' };
/** What a tenant may do without. */
const extras = ['CALL_RECORDINGS', 'WAITING_MUSIC', 'RINGBACK_TONE', 'VOICE_CONNECTOR_SIP_RULES'] as const;

function environmentsOf(
  tenant: Tenant,
  at: EnvironmentOptions['endpoints'] = endpoints,
): ReturnType<typeof functionEnvironments> {
  return functionEnvironments({ tenant, tableNames, adviserBus: 'advisers', ids: systemIds, endpoints: at });
}

describe('the settings that the local cloud gives to functions', () => {
  it('are settings that functions know, and right ones', async () => {
    const {
      sma,
      skill,
      'console-api': console,
    } = environmentsOf({
      ...(await exampleBank()),
      callRecordings: 'recordings/conversations',
      waitingMusic: 'prompts/waiting.wav',
      ringbackTone: 'prompts/ringback.wav',
      voiceConnectorSipRules: ['from-the-desk', 'from-the-branch'],
    });

    for (const environment of [sma, skill, console]) {
      const names = Object.keys(environment).filter((name) => name in settings) as SettingName[];
      expect(() => readSettings(names, environment)).not.toThrow();
    }
    expect(readSettings([...extras, 'ADVISER_EVENT_BUS'], sma)).toEqual({
      ADVISER_EVENT_BUS: 'advisers',
      CALL_RECORDINGS: 'recordings/conversations',
      WAITING_MUSIC: { bucket: 'prompts', key: 'waiting.wav' },
      RINGBACK_TONE: { bucket: 'prompts', key: 'ringback.wav' },
      VOICE_CONNECTOR_SIP_RULES: ['from-the-desk', 'from-the-branch'],
    });
  });

  it('are absent where the tenant does without', async () => {
    const { waitingMusic: _music, ...withoutMusic } = await exampleBank();
    const { sma } = environmentsOf(withoutMusic);

    expect(extras.filter((name) => name in sma)).toEqual([]);
  });

  it('let the SMA function believe what the console signs, by keys that open nothing else', async () => {
    const { sma, skill, 'console-api': console } = environmentsOf(await exampleBank());

    expect(sma['CALL_COMMAND_KEYS']).toBe(console['CALL_COMMAND_KEYS']);
    expect(parseSigningKeys(sma['CALL_COMMAND_KEYS'] ?? '', 'CALL_COMMAND_KEYS').current).toBe('a');
    expect(sma['CALL_COMMAND_KEYS']).not.toBe(sma['CONTEXT_SIGNING_KEYS']);
    expect(skill).not.toHaveProperty('CALL_COMMAND_KEYS');
  });

  it('name secrets instead of holding keys where the tenant has secrets', async () => {
    const bank = await exampleBank();
    const environments = environmentsOf(
      { ...bank, callCommandSecret: 'commands', lookUpSigningSecret: 'look-ups', lookUpSigningKeys: 'in the secret' },
      { ...endpoints, secrets: 'http://127.0.0.1:5' },
    );

    for (const name of ['sma', 'console-api', 'meeting-events'] as const) {
      expect(environments[name]).toMatchObject({
        CALL_COMMAND_SECRET: 'commands',
        AWS_ENDPOINT_URL_SECRETS_MANAGER: 'http://127.0.0.1:5',
      });
      expect(environments[name]).not.toHaveProperty('CALL_COMMAND_KEYS');
    }
    expect(environments.sma['LOOK_UP_SIGNING_SECRET']).toBe('look-ups');
    expect(JSON.stringify(environments)).not.toContain('in the secret');
  });

  it('let the function that hears of meetings tell calls of the application, and do nothing else', async () => {
    const bank = await exampleBank();
    const { 'meeting-events': meetingEvents, 'console-api': console } = environmentsOf(bank);

    expect(meetingEvents).toEqual({
      CALL_COMMAND_KEYS: console['CALL_COMMAND_KEYS'],
      SIP_MEDIA_APPLICATION_ID: bank.pstnAudio.SipMediaApplications[0]?.SipMediaApplicationId,
      AWS_ENDPOINT_URL_CHIME_SDK_VOICE: endpoints.voice,
    });
  });

  it('send each SDK client to the service that stands for AWS', async () => {
    const { sma, 'console-api': console } = environmentsOf(await exampleBank());

    expect(sma).toMatchObject({
      AWS_ENDPOINT_URL_DYNAMODB: endpoints.dynamoDb,
      AWS_ENDPOINT_URL_CHIME_SDK_MEETINGS: endpoints.meetings,
      AWS_ENDPOINT_URL_EVENTBRIDGE: endpoints.events,
    });
    expect(console).toMatchObject({
      AWS_ENDPOINT_URL_DYNAMODB: endpoints.dynamoDb,
      AWS_ENDPOINT_URL_CHIME_SDK_VOICE: endpoints.voice,
    });
  });
});
