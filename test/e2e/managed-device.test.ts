import { startDevice, type PlacedCall } from '../../infra/local/alexa/device/device.ts';
import type { SmartProperty } from '../../infra/local/alexa/api/smart-properties/smart-property.ts';
import { startAlexaApi, type AlexaApi } from '../../infra/local/alexa/api/start-alexa-api.ts';
import { parsePstnAudioConfig } from '../../infra/local/pstn-audio/config/config.ts';
import { alexaSmartProperties } from '../../shared/adapters/alexa/alexa-smart-properties-call.ts';
import { lwaAccessTokens } from '../../shared/adapters/alexa/lwa-access-tokens.ts';
import { systemClock } from '../../shared/adapters/system/system-clock.ts';
import { systemIds } from '../../shared/adapters/system/system-ids.ts';
import { systemTimers } from '../../shared/adapters/system/system-timers.ts';
import { readUserToUser } from '../../shared/contracts/user-to-user.ts';
import type { CallRequest } from '../../shared/ports/call-starter.ts';
import { actions, pstnAudioForEachTest, respond, type PstnAudioFixture } from '../support/pstn-audio-fixture.ts';

const between = pstnAudioForEachTest();
const ports = { clock: systemClock, timers: systemTimers, ids: systemIds };
const trunkHost = 'hotel.voiceconnector.chime.aws';
const deviceId = 'amzn1.ask.device.ROOM101';
const unitId = 'amzn1.alexa.unit.ROOM101';
const hotel: SmartProperty = {
  credentials: { clientId: 'hotel', clientSecret: 'hotel-secret', refreshToken: 'Atzr|hotel' },
  rooms: [{ persistentUnitId: unitId, profileId: 'amzn1.comms.profile.ROOM101', extension: '+12065550188' }],
  trunkHost,
};
const request = {
  contextId: 'context-1',
  from: '+12065550123',
  to: '+14255550100',
  deviceId,
} as unknown as CallRequest;

const config = parsePstnAudioConfig({
  SipMediaApplications: [
    {
      SipMediaApplicationId: 'a1',
      Name: 'bank',
      Endpoints: [{ LambdaArn: 'arn:aws:lambda:us-east-1:111122223333:function:bank' }],
    },
  ],
  SipRules: [
    {
      SipRuleId: 'from-the-hotel',
      Name: 'from-the-hotel',
      TriggerType: 'RequestUriHostname',
      TriggerValue: trunkHost,
      TargetApplications: [{ SipMediaApplicationId: 'a1', Priority: 1 }],
    },
  ],
  VoiceConnectors: [{ VoiceConnectorId: 'hotel', Termination: { CpsLimit: 100, CidrAllowedList: ['127.0.0.0/8'] } }],
});

let alexa: AlexaApi;
afterEach(() => alexa.close());

/** A guest's skill starts a call; what the function is told of first. */
async function guestCalls(
  fixture: PstnAudioFixture,
  smartProperty: SmartProperty,
): Promise<PstnAudioFixture['told'][number]> {
  const { service, alice: phone, told } = fixture;
  const placed = Promise.withResolvers<PlacedCall>();
  const stopwatch = (): number => systemClock.now();
  alexa = await startAlexaApi({
    account: {
      userId: 'amzn1.ask.account.HOTEL',
      customer: {},
      device: { deviceId },
      unit: { unitId: 'amzn1.ask.unit.ROOM101', persistentUnitId: unitId },
      grantedPermissions: ['amazon_communication::calling', 'alexa::persistent_unit_id::read'],
      region: 'NA',
    },
    clientId: 'amzn1.application-oa2-client.0123456789abcdef0123456789abcdef',
    placeCall: startDevice({ phone, pstnAudio: service.address, stopwatch, onCall: placed.resolve }),
    smartProperty,
    ...ports,
  });
  const tokens = lwaAccessTokens({
    secrets: { read: () => Promise.resolve(JSON.stringify(hotel.credentials)) },
    secret: 'hotel',
    clock: systemClock,
    origin: alexa.apiEndpoint,
  });
  const starter = alexaSmartProperties({ tokens, clock: systemClock, timeoutMs: 5000 }).starterFor({
    apiEndpoint: alexa.apiEndpoint,
    apiAccessToken: alexa.tokens.issue(),
    unitId,
  });

  expect(await starter.start(request)).toEqual({ kind: 'started' });
  await fixture.hasTold(1);
  expect((await (await placed.promise).outcome).kind).toBe('connected');
  await service.idle();
  return told[0]!;
}

describe('a device of a hotel’s room', () => {
  it('brings its call over the trunk to the function, shown as the room', async () => {
    const fixture = await between(answering, { config });

    const { CallDetails } = await guestCalls(fixture, hotel);

    expect(CallDetails).toMatchObject({ SipRuleId: 'from-the-hotel', SipMediaApplicationId: 'a1' });
    expect(CallDetails.Participants[0]).toMatchObject({ From: '+12065550188', To: '+14255550100' });
    expect(readUserToUser(CallDetails.Participants[0]?.SipHeaders)).toEqual({ kind: 'absent' });
  });

  it('tells the function which session it is, over a trunk that carries it', async () => {
    const fixture = await between(answering, { config });

    const { CallDetails } = await guestCalls(fixture, { ...hotel, sendsUserToUser: true });

    expect(readUserToUser(CallDetails.Participants[0]?.SipHeaders)).toEqual({
      kind: 'clientSession',
      clientSessionId: 'context-1',
    });
  });
});

function answering({ InvocationEventType: type }: { readonly InvocationEventType: string }): unknown {
  return type === 'NEW_INBOUND_CALL' ? respond(actions.speak, actions.hangup()) : respond();
}
