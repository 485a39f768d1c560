import * as sdk from '@aws-sdk/client-chime-sdk-voice';
import type { PhoneCall } from '../../infra/local/phone/phone-call.ts';
import { listenUdp } from '../../infra/local/pstn-audio/sip/transport/udp.ts';
import { rawRequest } from '../support/sip-raw-peer.ts';
import { regions, tones } from './standalone-fixture.ts';
import { answers, aVoiceApi, frankfurt, voices, type VoiceApiFixture } from './voice-api-fixture.ts';

const number = '+12065550111';
const ownNumber = '+12065550122';
const callee = '+12065550133';

describe('what the Voice API changes counts for the next call', () => {
  let fixture: VoiceApiFixture;
  beforeEach(async () => {
    fixture = await aVoiceApi();
  });
  afterEach(async () => fixture.close());

  async function talksTo(dialled: string): Promise<PhoneCall> {
    const outcome = await fixture.dial(dialled);
    if (typeof outcome === 'number') throw new Error(`refused with ${outcome}`);
    return outcome;
  }

  it('a number that was ordered, an application and a rule take a call at once; other targets take the next', async () => {
    const { client } = fixture;
    const before = await fixture.dial(number);

    await fixture.order(number, 'SipMediaApplicationDialIn');
    const east = await fixture.createApplication(regions.east);
    const west = await fixture.createApplication(regions.west);
    const SipRuleId = await fixture.createRule(number, east, regions.east);
    const first = await (await talksTo(number)).hears(tones['low.wav']);
    const TargetApplications = [{ SipMediaApplicationId: west, Priority: 1, AwsRegion: regions.west }];
    await client.send(new sdk.UpdateSipRuleCommand({ SipRuleId, Name: 'main', TargetApplications }));
    const second = await (await talksTo(number)).hears(tones['high.wav']);

    expect([before, first, second]).toEqual([404, true, true]);
  });

  it('a call goes on whose rule is disabled, deleted and all', async () => {
    const { client } = fixture;
    await fixture.order(number, 'SipMediaApplicationDialIn');
    const SipMediaApplicationId = await fixture.createApplication(frankfurt);
    const SipRuleId = await fixture.createRule(number, SipMediaApplicationId, frankfurt);
    const call = await talksTo(number);

    await client.send(new sdk.UpdateSipRuleCommand({ SipRuleId, Name: 'main', Disabled: true }));
    const whileDisabled = await fixture.dial(number);
    await client.send(new sdk.DeleteSipRuleCommand({ SipRuleId }));
    await client.send(new sdk.DeleteSipMediaApplicationCommand({ SipMediaApplicationId }));
    await client.send(new sdk.DeletePhoneNumberCommand({ PhoneNumberId: number }));
    const whenDeleted = await fixture.dial(number);
    const heard = await call.hears(tones['low.wav']);
    call.hangUp();

    expect([whileDisabled, whenDeleted, heard]).toEqual([404, 404, true]);
    await fixture.standalone.pstnAudio.idle();
  });

  it('a Voice Connector whose routes are changed keeps its calls and sends the next one elsewhere', async () => {
    const { bob, carol, client } = fixture;
    const { VoiceConnector } = await client.send(
      new sdk.CreateVoiceConnectorCommand({ Name: 'office', RequireEncryption: false }),
    );
    const VoiceConnectorId = VoiceConnector?.VoiceConnectorId;
    const leadTo = async ({ address: { host, port } }: typeof bob): Promise<unknown> => {
      const Routes = [{ Host: host, Port: port, Protocol: 'UDP', Priority: 1, Weight: 1 } as const];
      return client.send(new sdk.PutVoiceConnectorOriginationCommand({ VoiceConnectorId, Origination: { Routes } }));
    };
    await fixture.order(ownNumber, 'VoiceConnector');
    await client.send(
      new sdk.AssociatePhoneNumbersWithVoiceConnectorCommand({ VoiceConnectorId, E164PhoneNumbers: [ownNumber] }),
    );
    await leadTo(bob);
    const [first] = await Promise.all([talksTo(ownNumber), answers(bob)]);

    await leadTo(carol);
    const [second] = await Promise.all([talksTo(ownNumber), answers(carol)]);
    const heard = await Promise.all([first.hears(voices.bob), second.hears(voices.carol)]);
    await client.send(
      new sdk.PutVoiceConnectorOriginationCommand({ VoiceConnectorId, Origination: { Disabled: true } }),
    );
    const third = await fixture.dial(ownNumber);

    expect(heard).toEqual([true, true]);
    expect(third).toBe(480);
    first.hangUp();
    second.hangUp();
  });

  it('a Voice Connector is healthy when its private branch exchange has asked by OPTIONS', async () => {
    const { client, standalone } = fixture;
    const { VoiceConnector } = await client.send(
      new sdk.CreateVoiceConnectorCommand({ Name: 'office', RequireEncryption: false }),
    );
    const { VoiceConnectorId, OutboundHostName } = VoiceConnector ?? {};
    const Termination = { CallingRegions: ['US'], CidrAllowedList: ['127.0.0.0/8'] };
    await client.send(new sdk.PutVoiceConnectorTerminationCommand({ VoiceConnectorId, Termination }));
    const exchange = await listenUdp({});
    const answered = new Promise((resolve) => {
      exchange.onMessage = resolve;
    });

    const request = rawRequest(exchange.local, { method: 'OPTIONS', uri: `sip:${OutboundHostName}` });
    exchange.send(Buffer.from(request.join('\r\n')), standalone.pstnAudio.address, () => undefined);
    await answered;
    const { TerminationHealth } = await client.send(
      new sdk.GetVoiceConnectorTerminationHealthCommand({ VoiceConnectorId }),
    );
    await exchange.close();

    expect(TerminationHealth).toEqual({ Source: '127.0.0.1', Timestamp: expect.any(Date) });
  });

  it('a call that was placed is told of what UpdateSipMediaApplicationCall asks', async () => {
    const { bob, client } = fixture;
    await fixture.order(number, 'SipMediaApplicationDialIn');
    const SipMediaApplicationId = await fixture.createApplication(frankfurt);
    const answered = answers(bob);

    const { SipMediaApplicationCall: placed } = await client.send(
      new sdk.CreateSipMediaApplicationCallCommand({
        SipMediaApplicationId,
        FromPhoneNumber: number,
        ToPhoneNumber: callee,
      }),
    );
    const call = await answered;
    const first = await call.hears(tones['low.wav']);
    const asked = { SipMediaApplicationId, TransactionId: placed?.TransactionId, Arguments: { say: 'goodbye' } };
    await client.send(new sdk.UpdateSipMediaApplicationCallCommand(asked));
    const second = await call.hears(tones['high.wav']);
    await call.ended;
    await fixture.standalone.pstnAudio.idle();
    const late = client.send(new sdk.UpdateSipMediaApplicationCallCommand(asked));

    expect([first, second]).toEqual([true, true]);
    await expect(late).rejects.toBeInstanceOf(sdk.NotFoundException);
  });
});
