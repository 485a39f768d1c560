import type { Tenant } from '../../infra/local/cloud/tenant.ts';
import { parsePstnAudioConfig } from '../../infra/local/pstn-audio/config/config.ts';
import { accountNumber, anExampleBank, type CallByHand, type CloudFixture } from '../support/local-cloud-fixture.ts';
import { pressWhenAsked } from '../support/questions.ts';

const lostCard = ['ask example bank to call support about my lost card', accountNumber, 'yes'] as const;

/** Managed devices of ours call by the first of them; the second is anybody's. */
const devices = { id: 'devices', host: 'devices.voiceconnector.chime.aws', rule: 'from-the-devices' } as const;
const visitors = { id: 'visitors', host: 'visitors.voiceconnector.chime.aws', rule: 'from-visitors' } as const;

let bank: CloudFixture;
beforeAll(async () => {
  bank = await anExampleBank(withVoiceConnectors);
}, 60_000);
afterAll(async () => {
  await bank.close();
}, 30_000);
afterEach(async () => {
  await bank.hangUp();
});

function withVoiceConnectors(tenant: Tenant): Tenant {
  const { pstnAudio } = tenant;
  const entrances = [devices, visitors];
  return {
    ...tenant,
    voiceConnectorSipRules: [devices.rule],
    pstnAudio: parsePstnAudioConfig({
      ...pstnAudio,
      VoiceConnectors: [
        ...pstnAudio.VoiceConnectors,
        ...entrances.map(({ id }) => ({
          VoiceConnectorId: id,
          Termination: { CpsLimit: 100, CidrAllowedList: ['127.0.0.0/8'] },
        })),
      ],
      SipRules: [
        ...pstnAudio.SipRules,
        ...entrances.map(({ host, rule }) => ({
          SipRuleId: rule,
          Name: rule,
          TriggerType: 'RequestUriHostname',
          TriggerValue: host,
          TargetApplications: pstnAudio.SipRules[0]?.TargetApplications,
        })),
      ],
    }),
  };
}

/** What the device calls with: the context's id in User-to-User, and no client id of Alexa's. Its number is not the caller's. */
async function deviceCall(host: string): Promise<CallByHand> {
  const order = await bank.ordered(...lostCard);
  return {
    from: '+12065550188',
    to: 'support',
    host,
    headers: { 'User-to-User': order?.userToUser ?? '' },
  };
}

describe('a call over a Voice Connector', () => {
  it('of ours is believed without Alexa’s client id: the agent sees who calls', async () => {
    const call = await bank.connectByHand(await deviceCall(devices.host));

    const { conversation, heard } = await bank.meets(call);
    await bank.hangUp();
    const { summary } = await bank.recorded();

    expect(conversation).toMatchObject({
      destination: { kind: 'contactCenter', id: 'support' },
      contextSeen: { callerName: 'Maria Lopez', accountId: '12345678', reason: 'my lost card' },
    });
    expect(heard).toEqual([true, true]);
    expect(summary).toMatchObject({ ruleId: 'lost-cards', contextDelivered: true });
  });

  it('of others is not: its caller is asked why they call', async () => {
    const call = await bank.connectByHand(await deviceCall(visitors.host));

    await pressWhenAsked(call, '2');
    const { conversation } = await bank.meets(call);

    expect(conversation).toMatchObject({ destination: { kind: 'contactCenter' }, contextSeen: null });
    expect(bank.logged.join('\n')).toMatch(/"call-context-refused".*"client-id-unknown"/);
  });
});
