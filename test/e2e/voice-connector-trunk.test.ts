import { systemIds } from '../../shared/adapters/system/system-ids.ts';
import { systemTimers } from '../../shared/adapters/system/system-timers.ts';
import { PhoneCall } from '../../infra/local/phone/phone-call.ts';
import { parsePstnAudioConfig } from '../../infra/local/pstn-audio/config/config.ts';
import { openRtpEndpoint } from '../../infra/local/pstn-audio/media/rtp-endpoint.ts';
import { audioOffer } from '../../infra/local/pstn-audio/sip/audio-session.ts';
import {
  startSipUserAgent,
  type InviteOutcome,
  type SipCredentials,
} from '../../infra/local/pstn-audio/sip/user-agent.ts';
import {
  actions,
  bobAnswers,
  pstnAudioForEachTest,
  respond,
  typesOf,
  voices,
  type PstnAudioFixture,
} from '../support/pstn-audio-fixture.ts';

const between = pstnAudioForEachTest();
const ports = { timers: systemTimers, ids: systemIds };
const office = 'office.voiceconnector.chime.aws';
const own = '+14255550122';
const carolHz = 880;

/** An office whose private branch exchange calls out with a password; Bob is both the office and everybody else. */
const officeConfig = (...rules: readonly object[]): ReturnType<typeof parsePstnAudioConfig> =>
  parsePstnAudioConfig({
    PhoneNumbers: [{ E164PhoneNumber: own, ProductType: 'VoiceConnector', VoiceConnectorId: 'office' }],
    SipMediaApplications: [
      {
        SipMediaApplicationId: 'a1',
        Name: 'test',
        Endpoints: [{ LambdaArn: 'arn:aws:lambda:us-east-1:111122223333:function:test' }],
      },
    ],
    SipRules: rules,
    VoiceConnectors: [
      {
        VoiceConnectorId: 'office',
        Origination: { Routes: [{ Host: 'bob.test' }] },
        Termination: { CpsLimit: 100, CidrAllowedList: ['127.0.0.0/8'], DefaultPhoneNumber: own },
        TerminationCredentials: [{ Username: 'office', Password: 'right' }],
      },
    ],
    Pstn: { Routes: [{ Prefix: '+1', Host: 'bob.test' }] },
  });
const hostRule = {
  SipRuleId: 'r1',
  Name: 'office',
  TriggerType: 'RequestUriHostname',
  TriggerValue: office,
  TargetApplications: [{ SipMediaApplicationId: 'a1', Priority: 1 }],
};

/** Carol, at a telephone of the office, dials; `work` looks at what comes of it. */
async function carolDials(
  { service }: PstnAudioFixture,
  credentials: SipCredentials,
  work: (outcome: InviteOutcome, carol: PhoneCall) => Promise<void>,
): Promise<void> {
  const exchange = await startSipUserAgent(ports);
  const audio = await openRtpEndpoint(ports);
  const call = exchange.invite({
    target: service.address,
    requestUri: `sip:+12065550141@${office}`,
    from: 'sip:+12065550123@office.test',
    headers: { 'X-Extension': '4711' },
    sdp: audioOffer(audio.address),
    credentials,
  });
  const outcome = await call.answered;
  await work(outcome, new PhoneCall({ call, audio, voiceHz: carolHz }));
  await exchange.close();
}

const right = { username: 'office', password: 'right' };

describe('a Voice Connector', () => {
  it('rings the office for a call to its number, without any function', async () => {
    const fixture = await between(() => respond(), { config: officeConfig() });
    const answered = bobAnswers(fixture);

    const outcome = await (await fixture.dial({ 'X-Order': '7' }, own)).outcome;
    const { call: bob, invite } = await answered;

    expect(outcome.kind).toBe('connected');
    expect(await bob.hears(voices.alice)).toBe(true);
    expect(invite.headers).toContainEqual({ name: 'X-Order', value: '7' });
    expect(fixture.service.connectedLegs).toBe(2);
    bob.hangUp();
    await fixture.service.idle();
    expect(fixture.told).toEqual([]);
  });

  it('lets the office call out with its password, showing the number of the account', async () => {
    const fixture = await between(() => respond(), { config: officeConfig() });
    const answered = bobAnswers(fixture);

    await carolDials(fixture, right, async (outcome, carol) => {
      const { call: bob, invite } = await answered;

      expect(outcome.kind).toBe('answered');
      expect(invite.headers.find(({ name }) => name === 'From')?.value).toContain(own);
      expect(await Promise.all([carol.hears(voices.bob), bob.hears(carolHz)])).toEqual([true, true]);
      bob.hangUp();
      await carol.ended;
    });
    await fixture.service.idle();
  });

  it('keeps out who has another password', async () => {
    const fixture = await between(() => respond(), { config: officeConfig() });

    await carolDials(fixture, { ...right, password: 'wrong' }, (outcome) => {
      expect(outcome).toMatchObject({ kind: 'refused', status: 407 });
      return Promise.resolve();
    });
  });

  it('brings the office’s calls to a function where a rule wants its host', async () => {
    const fixture = await between(
      ({ InvocationEventType: type }) =>
        type === 'NEW_INBOUND_CALL' ? respond(actions.speak, actions.hangup()) : respond(),
      { config: officeConfig(hostRule) },
    );

    await carolDials(fixture, right, async (outcome, carol) => {
      expect(outcome.kind).toBe('answered');
      await carol.ended;
    });
    await fixture.service.idle();

    expect(typesOf(fixture)).toEqual(['NEW_INBOUND_CALL', 'HANGUP Hangup']);
    expect(fixture.told[0]?.CallDetails.Participants[0]).toMatchObject({
      To: '+12065550141',
      From: '+12065550123',
      SipHeaders: { 'X-Extension': '4711' },
    });
  });

  it('is ended with the service', async () => {
    const fixture = await between(() => respond(), { config: officeConfig() });
    const answered = bobAnswers(fixture);
    await fixture.dial({}, own);
    const { call: bob } = await answered;

    await fixture.service.close();

    expect(await bob.ended).toMatchObject({ by: 'remote', cause: 'bye' });
  });
});
