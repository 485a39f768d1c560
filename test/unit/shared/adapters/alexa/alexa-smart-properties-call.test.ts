import {
  alexaSmartProperties,
  type AlexaSmartProperties,
} from '../../../../../shared/adapters/alexa/alexa-smart-properties-call.ts';
import { lwaAccessTokens } from '../../../../../shared/adapters/alexa/lwa-access-tokens.ts';
import { startPropertySessionRequestSchema } from '../../../../../shared/contracts/communication-session.ts';
import type { CallStartResult } from '../../../../../shared/ports/call-starter.ts';
import { callRequest } from '../../../../contract/call-starter.contract.ts';
import { TimersFake } from '../../../../support/timers-fake.ts';
import { anAlexaEndpoint, type AlexaEndpoint, type Answer } from './an-alexa-endpoint.ts';

const unitId = 'amzn1.alexa.unit.did.ROOM 12';
type Step = 'token' | 'profile' | 'session';

const granted: Readonly<Record<Step, Answer>> = {
  token: { status: 200, body: '{"access_token":"of-the-organisation","expires_in":3600}' },
  profile: { status: 200, body: '{"profileId":{"profileId":"profile-1"}}' },
  session: { status: 200, body: '{"sessionId":"s"}' },
};

function stepOf(url: string | undefined): Step {
  if (url === '/auth/o2/token') return 'token';
  return url === '/v1/communications/session' ? 'session' : 'profile';
}

describe('a call from a room', () => {
  let clock: TimersFake;
  let answers: Record<Step, Answer>;
  let secret: string;
  beforeEach(() => {
    clock = new TimersFake();
    answers = { ...granted };
    secret = '{"clientId":"client","clientSecret":"secret","refreshToken":"refresh"}';
  });

  const alexa = (): Promise<AlexaEndpoint> => anAlexaEndpoint(({ url }) => answers[stepOf(url)]);
  const property = ({ origin }: AlexaEndpoint, address?: string): AlexaSmartProperties =>
    alexaSmartProperties({
      tokens: lwaAccessTokens({ secrets: { read: async () => secret }, secret: 'lwa', clock, origin }),
      clock,
      timeoutMs: 5000,
      ...(address === undefined ? {} : { address }),
    });
  const call = (from: AlexaSmartProperties, { origin }: AlexaEndpoint, room: string | undefined = unitId) =>
    from.starterFor({ apiEndpoint: origin, apiAccessToken: 'of-the-request', unitId: room }).start(callRequest);
  const steps = ({ received }: AlexaEndpoint): Step[] => received.map(({ url }) => stepOf(url));

  it('asks who the room is with a token of the organisation, and calls with that of the request', async () => {
    await using service = await alexa();

    const result = await call(property(service), service);

    const [token, profile, session] = service.received;
    expect(result).toEqual({ kind: 'started' });
    expect(Object.fromEntries(new URLSearchParams(token?.body))).toEqual({
      grant_type: 'refresh_token',
      refresh_token: 'refresh',
      client_id: 'client',
      client_secret: 'secret',
    });
    expect(profile).toMatchObject({
      method: 'GET',
      url: '/v1/communications/profile?entity.type=UNIT&entity.id=amzn1.alexa.unit.did.ROOM+12',
      headers: { authorization: 'Bearer of-the-organisation' },
    });
    expect(session).toMatchObject({ method: 'POST', headers: { authorization: 'Bearer of-the-request' } });
    const body: unknown = JSON.parse(session?.body ?? '');
    expect(startPropertySessionRequestSchema.parse(body)).toEqual(body);
    expect(body).toEqual({
      participants: [
        {
          id: { type: 'COMMUNICATION_PROFILE_ID', value: 'profile-1' },
          communicationProviderId: 'amzn1.comms.csp.id.c0e1cd84-a846-11ed-afa1-0242ac120002',
          endpointId: 'amzn1.ask.device.EXAMPLE',
          isOriginator: true,
        },
        {
          id: { type: 'RAW_ADDRESS', value: '+12065550199' },
          communicationProviderId: 'amzn1.comms.csp.id.c0e1cd84-a846-11ed-afa1-0242ac120002',
        },
      ],
      clientContext: { clientSessionId: callRequest.contextId },
    });
  });

  it('calls the extension by which the property knows us, where there is one', async () => {
    await using service = await alexa();

    await call(property(service, '9000'), service);

    expect(service.received.at(-1)?.body).toContain('{"type":"RAW_ADDRESS","value":"9000"}');
  });

  it('is one request once everything was looked up', async () => {
    await using service = await alexa();
    const rooms = property(service);
    await rooms.getReady({ apiEndpoint: service.origin, unitId });

    await call(rooms, service);
    await call(rooms, service);

    expect(steps(service)).toEqual(['token', 'profile', 'session', 'session']);
  });

  it('asks for another room with the token at hand, and for a new token a minute before its end', async () => {
    await using service = await alexa();
    const rooms = property(service);

    await call(rooms, service);
    await clock.advanceBy(3_539_999);
    await call(rooms, service, 'another room');
    await clock.advanceBy(1);
    await call(rooms, service, 'a third room');

    expect(steps(service).join(' ')).toBe('token profile session profile session token profile session');
  });

  it('asks again who the room is when the call was refused, or after an hour', async () => {
    await using service = await alexa();
    const rooms = property(service);
    answers.session = { status: 400, body: '{"code":"InvalidInput","message":"m"}' };
    expect(await call(rooms, service)).toEqual({ kind: 'refused', code: 'InvalidInput' });
    answers.session = granted.session;
    await call(rooms, service);
    await clock.advanceBy(3_600_000);
    await call(rooms, service);

    expect(steps(service).filter((step) => step === 'profile')).toHaveLength(3);
  });

  it('takes a new token when Alexa has refused the old one', async () => {
    await using service = await alexa();
    const rooms = property(service);
    answers.profile = { status: 401 };
    expect(await call(rooms, service)).toEqual({ kind: 'refused', code: 'ProfileHttp401' });
    answers.profile = granted.profile;

    expect(await call(rooms, service)).toEqual({ kind: 'started' });

    expect(steps(service)).toEqual(['token', 'profile', 'token', 'profile', 'session']);
  });

  it.each([
    { step: 'profile', answer: { status: 404 }, result: { kind: 'notCapable' } },
    { step: 'profile', answer: { status: 200, body: '{"profileId":7}' }, result: { kind: 'unavailable' } },
    { step: 'profile', answer: { status: 403 }, result: { kind: 'refused', code: 'ProfileHttp403' } },
    { step: 'profile', answer: { status: 429 }, result: { kind: 'busy' } },
    { step: 'profile', answer: { status: 500 }, result: { kind: 'unavailable' } },
    {
      step: 'token',
      answer: { status: 400, body: '{"error":"invalid_grant"}' },
      result: { kind: 'refused', code: 'Lwa.invalid_grant' },
    },
    { step: 'token', answer: { status: 401, body: '<html>' }, result: { kind: 'refused', code: 'LwaHttp401' } },
    { step: 'token', answer: { status: 429 }, result: { kind: 'unavailable' } },
    { step: 'token', answer: { status: 200, body: '{}' }, result: { kind: 'unavailable' } },
    { step: 'token', answer: { status: 503 }, result: { kind: 'unavailable' } },
  ] as { step: Step; answer: Answer; result: CallStartResult }[])(
    'comes to nothing, as $result.kind, when the $step is answered with $answer.status',
    async ({ step, answer, result }) => {
      await using service = await alexa();
      answers[step] = answer;

      expect(await call(property(service), service)).toEqual(result);

      expect(steps(service)).not.toContain('session');
    },
  );

  it.each(['', '{"clientId":"client"}'])('comes to nothing with the secret %j', async (broken) => {
    await using service = await alexa();
    secret = broken;

    expect(await call(property(service), service)).toEqual({ kind: 'refused', code: 'LwaSecretInvalid' });

    expect(service.received).toEqual([]);
  });

  it('cannot be placed where there is no room', async () => {
    await using service = await alexa();
    const starter = property(service).starterFor({ apiEndpoint: service.origin, apiAccessToken: 'of-the-request' });

    expect(await starter.start(callRequest)).toEqual({ kind: 'notCapable' });
  });
});
