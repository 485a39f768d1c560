import { idsFake } from '../../../../../../support/ids-fake.ts';
import { TimersFake } from '../../../../../../support/timers-fake.ts';
import type { VoiceConnector } from '../../../../../../../infra/local/pstn-audio/objects/voice-connector.ts';
import { TrunkGate } from '../../../../../../../infra/local/pstn-audio/service/trunk/trunk-gate.ts';
import { authorize } from '../../../../../../../infra/local/pstn-audio/sip/digest/authorize.ts';
import type { SipRequest, SipResponse } from '../../../../../../../infra/local/pstn-audio/sip/message/message.ts';
import type { Protocol } from '../../../../../../../infra/local/pstn-audio/sip/user-agent.ts';
import { callerWith, inviteTo } from './invite-fixture.ts';

const uri = 'sip:+12065550141@office.voiceconnector.chime.aws';

function connector(
  termination: Partial<NonNullable<VoiceConnector['Termination']>> | undefined,
  rest: Partial<VoiceConnector> = {},
): VoiceConnector {
  const usual = { Disabled: false, CpsLimit: 100, CallingRegions: ['US'], CidrAllowedList: ['127.0.0.0/8'] };
  return {
    VoiceConnectorId: 'office',
    VoiceConnectorArn: 'arn:aws:chime:us-east-1:111122223333:vc/office',
    AwsRegion: 'us-east-1',
    Name: 'office',
    OutboundHostName: 'office.voiceconnector.chime.aws',
    RequireEncryption: false,
    TerminationCredentials: [],
    CreatedTimestamp: '',
    UpdatedTimestamp: '',
    ...(termination === undefined ? {} : { Termination: { ...usual, ...termination } }),
    ...rest,
  };
}

const TerminationCredentials = [{ Username: 'office', Password: 'right' }];

describe('who may call through a Voice Connector', () => {
  it.each([
    { case: 'an address that is listed', at: connector({}), status: undefined },
    {
      case: 'one in a listed block',
      at: connector({ CidrAllowedList: ['10.0.0.0/8', '127.0.0.1/32'] }),
      status: undefined,
    },
    { case: 'one that is not listed', at: connector({ CidrAllowedList: ['192.0.2.0/27'] }), status: 403 },
    { case: 'nobody while nothing is listed', at: connector({ CidrAllowedList: [] }), status: 403 },
    { case: 'nobody while termination is disabled', at: connector({ Disabled: true }), status: 403 },
    { case: 'nobody before termination is set', at: connector(undefined), status: 403 },
    {
      case: 'nobody over UDP where encryption is required',
      at: connector({}, { RequireEncryption: true }),
      status: 403,
    },
    {
      case: 'over TLS there',
      at: connector({}, { RequireEncryption: true }),
      protocol: 'TLS',
      status: undefined,
    },
    { case: 'with credentials set, only who proves it', at: connector({}, { TerminationCredentials }), status: 407 },
    {
      case: 'with credentials set, not even then from an address not listed',
      at: connector({ CidrAllowedList: ['192.0.2.0/27'] }, { TerminationCredentials }),
      status: 403,
    },
    {
      case: 'with credentials and no list, who proves it from anywhere',
      at: connector({ CidrAllowedList: [] }, { TerminationCredentials }),
      status: 407,
    },
  ] as readonly { case: string; at: VoiceConnector; protocol?: Protocol; status: number | undefined }[])(
    '$case: $status',
    ({ at, protocol, status }) => {
      const gate = new TrunkGate({ ids: idsFake(), clock: new TimersFake() });

      const refusal = gate.refusalOf(at, callerWith(inviteTo(uri), protocol));

      expect(refusal?.status).toBe(status);
    },
  );
});

describe('credentials of a Voice Connector', () => {
  const at = connector({ CpsLimit: 1 }, { TerminationCredentials });

  function gateAt(clock = new TimersFake()): (request: SipRequest) => ReturnType<TrunkGate['refusalOf']> {
    const gate = new TrunkGate({ ids: idsFake(), clock });
    return (request) => gate.refusalOf(at, callerWith(request));
  }

  function challengeIn(refusal: ReturnType<TrunkGate['refusalOf']>): string {
    return String(refusal?.headers?.['Proxy-Authenticate']);
  }

  function withPassword(challenge: string, password: string, username = 'office'): SipRequest {
    const headers = [{ name: 'Proxy-Authenticate', value: challenge }];
    const response: SipResponse = { kind: 'response', status: 407, reason: '', headers, body: new Uint8Array(0) };
    const answer = authorize(response, { username, password }, idsFake())?.header('INVITE', uri);
    return inviteTo(uri, { headers: answer === undefined ? [] : [`${answer.name}: ${answer.value}`] });
  }

  it('let in who has the password, and nobody else', () => {
    const knock = gateAt();

    const challenge = challengeIn(knock(inviteTo(uri)));

    expect(challenge).toContain('realm="office.voiceconnector.chime.aws"');
    expect(knock(withPassword(challenge, 'wrong'))?.status).toBe(407);
    expect(knock(withPassword(challenge, 'right', 'nobody'))?.status).toBe(407);
    expect(knock(withPassword(challenge, 'right'))).toBeUndefined();
  });

  it('are asked for again, as stale, when the challenge is an hour old', async () => {
    const clock = new TimersFake();
    const knock = gateAt(clock);
    const challenge = challengeIn(knock(inviteTo(uri)));

    await clock.advanceBy(3_600_000);

    expect(challengeIn(knock(withPassword(challenge, 'right')))).toContain('stale=true');
  });

  it('are checked before calls are counted', () => {
    const knock = gateAt();
    const challenge = challengeIn(knock(inviteTo(uri)));
    for (let attempt = 0; attempt < 5; attempt += 1) knock(withPassword(challenge, 'wrong'));

    expect(knock(withPassword(challenge, 'right'))).toBeUndefined();
  });
});

describe('the limit of calls a second', () => {
  it('refuses the next one, with a time to come again, until the second is over', async () => {
    const clock = new TimersFake();
    const gate = new TrunkGate({ ids: idsFake(), clock });
    const at = connector({ CpsLimit: 2 });
    const knock = (): number | undefined => gate.refusalOf(at, callerWith(inviteTo(uri)))?.status;

    expect([knock(), knock(), knock()]).toEqual([undefined, undefined, 503]);
    await clock.advanceBy(1000);
    expect(knock()).toBeUndefined();
  });

  it('counts for each connector alone, and anew when it is changed', () => {
    const gate = new TrunkGate({ ids: idsFake(), clock: new TimersFake() });
    const knock = (at: VoiceConnector): ReturnType<TrunkGate['refusalOf']> =>
      gate.refusalOf(at, callerWith(inviteTo(uri)));
    const one = connector({ CpsLimit: 1 });

    expect(knock(one)).toBeUndefined();
    expect(knock(one)).toMatchObject({ status: 503, headers: { 'Retry-After': '1' } });
    expect(knock(connector({ CpsLimit: 1 }, { VoiceConnectorId: 'other' }))).toBeUndefined();
    expect(knock(connector({ CpsLimit: 2 }))).toBeUndefined();
  });
});
