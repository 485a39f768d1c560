import { functionEnvironments } from '../../../../../infra/local/cloud/function-environments.ts';
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
const tableNames = { callContexts: 'contexts', routingTables: 'tables', callRecords: 'records' };
/** What a tenant may do without. */
const extras = ['CALL_RECORDINGS', 'WAITING_MUSIC', 'RINGBACK_TONE', 'VOICE_CONNECTOR_SIP_RULES'] as const;

function environmentsOf(tenant: Tenant): ReturnType<typeof functionEnvironments> {
  return functionEnvironments({ tenant, tableNames, adviserBus: 'advisers', ids: systemIds, endpoints });
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
