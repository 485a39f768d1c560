import { readFile } from 'node:fs/promises';
import { checkPstnAudioConfig, parsePstnAudioConfig } from '../../../../../../infra/local/pstn-audio/config/config.ts';
import { defaultSip } from '../../../../../../infra/local/pstn-audio/config/sip.ts';
import { configFor } from '../../../../../support/pstn-audio-fixture.ts';
import { wholeConfig } from './config-fixture.ts';

describe('a configuration', () => {
  it('may have something of everything', () => {
    expect(checkPstnAudioConfig(wholeConfig)).toMatchObject({ kind: 'config' });
  });

  it('may be empty: then nothing is reached and nobody can be called', () => {
    expect(parsePstnAudioConfig({})).toMatchObject({
      AwsAccountId: '111122223333',
      Functions: [],
      SipMediaApplications: [],
      SipRules: [],
      VoiceConnectors: [],
      VoiceConnectorGroups: [],
      PhoneNumbers: [],
      Pstn: { Routes: [] },
      Buckets: {},
      Behavior: { RetrySequence: 'Same' },
    });
  });

  it('leaves the SIP port open unless it says one', () => {
    expect(parsePstnAudioConfig({}).Sip).toBeUndefined();
    expect(parsePstnAudioConfig({ Sip: {} }).Sip).toEqual(defaultSip);
    expect(defaultSip).toEqual({ Host: '127.0.0.1', Port: 5060 });
  });

  it('gives functions the time and memory that Lambda gives them by default', () => {
    expect(parsePstnAudioConfig(wholeConfig).Functions[1]).toMatchObject({
      Handler: 'handler',
      Timeout: 3,
      MemorySize: 128,
      Environment: {},
    });
  });

  it('is that of the example bank', async () => {
    const file = new URL('../../../../../../infra/local/demo/example-bank/pstn-audio.json', import.meta.url);

    expect(checkPstnAudioConfig(JSON.parse(await readFile(file, 'utf8')))).toMatchObject({ kind: 'config' });
  });

  it('is the one that telephones are tested with', () => {
    expect(configFor('us-east-1').SipRules).toHaveLength(1);
  });
});
