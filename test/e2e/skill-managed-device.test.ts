import type { SmartProperty } from '../../infra/local/alexa/api/smart-properties/smart-property.ts';
import type { Tenant } from '../../infra/local/cloud/tenant.ts';
import { parsePstnAudioConfig } from '../../infra/local/pstn-audio/config/config.ts';
import { accountNumber, anExampleBank, type CloudFixture } from '../support/local-cloud-fixture.ts';
import { pressWhenAsked } from '../support/questions.ts';

const lostCard = ['ask example bank to call support about my lost card', accountNumber, 'yes'] as const;
/** The trunk that a lounge of the bank's own has, and what it is called by there. */
const trunk = { id: 'lounge', host: 'lounge.voiceconnector.chime.aws', rule: 'from-the-lounge' } as const;
const unit = { unitId: 'amzn1.ask.unit.ROOM101', persistentUnitId: 'amzn1.alexa.unit.ROOM101' } as const;
const permissions = ['amazon_communication::calling', 'alexa::persistent_unit_id::read'] as const;

const property = {
  credentials: { clientId: 'lounge', clientSecret: 'lounge-secret', refreshToken: 'Atzr|lounge' },
  rooms: [{ persistentUnitId: unit.persistentUnitId, profileId: 'amzn1.comms.profile.ROOM101', extension: '1101' }],
  trunkHost: trunk.host,
} as const satisfies SmartProperty;

let bank: CloudFixture | undefined;
afterEach(async () => {
  await bank?.hangUp();
  await bank?.close();
  bank = undefined;
}, 30_000);

/** The Echo is the business's: nobody's profile is behind it. */
function aRoomOf(smartProperty: SmartProperty, account: Partial<Tenant['account']> = {}): Promise<CloudFixture> {
  return anExampleBank((tenant) => ({
    ...tenant,
    smartProperty,
    callIngresses: ['alexa-smart-properties'],
    account: { ...tenant.account, customer: {}, unit, grantedPermissions: permissions, ...account },
    voiceConnectorSipRules: [trunk.rule],
    pstnAudio: withTrunk(tenant.pstnAudio),
  }));
}

function withTrunk(pstnAudio: Tenant['pstnAudio']): Tenant['pstnAudio'] {
  const termination = { CpsLimit: 100, CidrAllowedList: ['127.0.0.0/8'] };
  return parsePstnAudioConfig({
    ...pstnAudio,
    VoiceConnectors: [...pstnAudio.VoiceConnectors, { VoiceConnectorId: trunk.id, Termination: termination }],
    SipRules: [
      ...pstnAudio.SipRules,
      {
        SipRuleId: trunk.rule,
        Name: trunk.rule,
        TriggerType: 'RequestUriHostname',
        TriggerValue: trunk.host,
        TargetApplications: pstnAudio.SipRules[0]?.TargetApplications,
      },
    ],
  });
}

describe('a guest who speaks to the device of a room', () => {
  it('is put through over the room’s trunk, and the agent knows why they call', async () => {
    bank = await aRoomOf({ ...property, sendsUserToUser: true });
    const { order, speech } = await bank.ask(...lostCard);

    const talk = await bank.talk(order);
    const { summary } = await bank.recorded();

    expect(speech.at(-1)).toMatch(/^Calling Example Bank/);
    expect(order).toMatchObject({ from: '1101', alexaClientId: '', via: { host: trunk.host } });
    expect(talk).toMatchObject({
      destination: { kind: 'contactCenter', id: 'support' },
      contextSeen: { accountId: '12345678', reason: 'my lost card' },
      heard: [true, true],
    });
    expect(summary).toMatchObject({ entry: 'alexa-smart-properties', ruleId: 'lost-cards', contextDelivered: true });
  }, 30_000);

  it('is asked once more over a trunk that does not say which call it is', async () => {
    bank = await aRoomOf(property);
    const order = await bank.ordered(...lostCard);

    const call = await bank.connect(order);
    await pressWhenAsked(call, '1');
    const { conversation, heard } = await bank.meets(call);

    expect(order?.userToUser).toBeUndefined();
    expect(conversation).toMatchObject({ destination: { kind: 'contactCenter' }, contextSeen: null });
    expect(heard).toEqual([true, true]);
  }, 30_000);

  it('is known by the number that the room shows, where it is their own', async () => {
    const number = { countryCode: '+1', phoneNumber: '206-555-0123' } as const;
    const rooms = property.rooms.map((room) => ({ ...room, extension: '+12065550123' }));
    bank = await aRoomOf(
      { ...property, rooms },
      {
        customer: { name: 'Maria Lopez', mobileNumber: number },
        grantedPermissions: [...permissions, 'alexa::profile:name:read', 'alexa::profile:mobile_number:read'],
      },
    );
    const order = await bank.ordered(...lostCard);

    const talk = await bank.talk(order);

    expect(talk.contextSeen).toEqual({ callerName: 'Maria Lopez', accountId: '12345678', reason: 'my lost card' });
  }, 30_000);

  it('is told what to dial where the skill may not know which room it is', async () => {
    bank = await aRoomOf(property, { grantedPermissions: ['amazon_communication::calling'] });

    const turn = await bank.cloud.alexa.say(lostCard[0]);

    expect(turn.speech).toMatch(/can't call Example Bank from this device\. .* dial 4.*2.*5/);
    expect(turn.sessionOpen).toBe(false);
  }, 30_000);
});
