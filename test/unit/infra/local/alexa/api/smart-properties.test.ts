import { readUserToUser } from '../../../../../../shared/contracts/user-to-user.ts';
import { AlexaApiUnderTest, everything, goodSession, recipient } from './alexa-api-fixture.ts';
import { aHotel, frontDesk, profilePath, room, room101, roomSession, unit } from './smart-property-fixture.ts';

const signIn = {
  grant_type: 'refresh_token',
  refresh_token: 'Atzr|hotel',
  client_id: 'hotel',
  client_secret: 'hotel-secret',
};

let api: AlexaApiUnderTest;
afterEach(() => api.close());

function token(form: Readonly<Record<string, string>>, path = '/auth/o2/token'): ReturnType<typeof api.post> {
  return api.post(path, new URLSearchParams(form).toString(), 'application/x-www-form-urlencoded');
}

async function signedIn(): Promise<void> {
  const { body } = await token(signIn);
  api.token = (body as { access_token: string }).access_token;
}

describe('Login with Amazon', () => {
  it.each(['/auth/o2/token', '/auth/O2/token'])(
    'gives the business a token for its refresh token at %s',
    async (path) => {
      api = await AlexaApiUnderTest.start({ smartProperty: aHotel });

      expect(await token(signIn, path)).toEqual({
        status: 200,
        body: {
          access_token: expect.stringMatching(/^Atza\|/),
          token_type: 'bearer',
          expires_in: 3600,
          refresh_token: 'Atzr|hotel',
        },
      });
    },
  );

  it.each([
    { case: 'another secret', form: { ...signIn, client_secret: 'guess' }, status: 401, error: 'invalid_client' },
    { case: 'another client', form: { ...signIn, client_id: 'inn' }, status: 401, error: 'invalid_client' },
    { case: 'another refresh token', form: { ...signIn, refresh_token: 'x' }, status: 400, error: 'invalid_grant' },
    {
      case: 'nothing but its credentials',
      form: { ...signIn, grant_type: 'client_credentials', scope: 'alexa::enterprise:management' },
      status: 400,
      error: 'unauthorized_client',
    },
    {
      case: 'another grant',
      form: { ...signIn, grant_type: 'password' },
      status: 400,
      error: 'unsupported_grant_type',
    },
    {
      case: 'no grant',
      form: { client_id: 'hotel', client_secret: 'hotel-secret' },
      status: 400,
      error: 'invalid_request',
    },
  ])('refuses $case', async ({ form, status, error }) => {
    api = await AlexaApiUnderTest.start({ smartProperty: aHotel });

    expect(await token(form)).toMatchObject({ status, body: { error, error_description: expect.any(String) } });
  });

  it('reads forms, and nothing else', async () => {
    api = await AlexaApiUnderTest.start({ smartProperty: aHotel });

    expect(await api.post('/auth/o2/token', signIn)).toMatchObject({ status: 400, body: { error: 'invalid_request' } });
    expect((await api.call('/auth/o2/token')).status).toBe(405);
  });

  it('is not there where no business manages devices', async () => {
    api = await AlexaApiUnderTest.start();

    expect((await token(signIn)).status).toBe(404);
    expect((await api.call(profilePath(room101.persistentUnitId))).status).toBe(404);
  });
});

describe('the communication profile of a room', () => {
  it('is told to the business for an hour', async () => {
    api = await AlexaApiUnderTest.start({ smartProperty: aHotel });
    await signedIn();
    const path = profilePath(room101.persistentUnitId);

    expect(await api.call(path)).toEqual({ status: 200, body: { profileId: { profileId: room101.profileId } } });
    await api.home.timers.advanceBy(3600 * 1000 - 1);
    expect((await api.call(path)).status).toBe(200);
    await api.home.timers.advanceBy(1);
    expect((await api.call(path)).status).toBe(401);
  });

  it('is not told to a skill', async () => {
    api = await AlexaApiUnderTest.start({ smartProperty: aHotel, unit });

    expect(await api.call(profilePath(room101.persistentUnitId))).toMatchObject({
      status: 401,
      body: { code: 'UNAUTHORIZED' },
    });
  });

  it.each([
    { case: 'a unit that has none', path: profilePath('amzn1.alexa.unit.CELLAR'), status: 404 },
    { case: 'what is no unit', path: profilePath(room101.persistentUnitId, 'PERSON'), status: 400 },
    { case: 'nothing', path: '/v1/communications/profile?entity.type=UNIT', status: 400 },
  ])('cannot be had for $case', async ({ path, status }) => {
    api = await AlexaApiUnderTest.start({ smartProperty: aHotel });
    await signedIn();

    expect((await api.call(path)).status).toBe(status);
  });
});

describe('StartCommunicationSession from a room', () => {
  it('has the device call over the trunk, shown as the room’s extension', async () => {
    api = await AlexaApiUnderTest.start({ smartProperty: aHotel, unit });

    const answer = await api.startSession(roomSession);

    expect(answer).toEqual({ status: 200, body: { sessionId: expect.any(String) } });
    expect(api.home.calls).toEqual([
      {
        from: '101',
        to: '9000',
        alexaClientId: '',
        deviceId: room.endpointId,
        sessionId: (answer.body as { sessionId: string }).sessionId,
        via: { kind: 'trunk', host: 'hotel.voiceconnector.chime.aws' },
      },
    ]);
  });

  it('shows the client session only over a trunk that carries it', async () => {
    api = await AlexaApiUnderTest.start({ smartProperty: { ...aHotel, sendsUserToUser: true }, unit });

    await api.startSession(roomSession);

    expect(readUserToUser({ 'User-to-User': api.home.calls[0]?.userToUser ?? '' })).toEqual({
      kind: 'clientSession',
      clientSessionId: 'context-1',
    });
  });

  it('takes the participants in either order', async () => {
    api = await AlexaApiUnderTest.start({ smartProperty: aHotel, unit });

    expect((await api.startSession({ participants: [frontDesk, room] })).status).toBe(200);
    expect(api.home.calls[0]).toMatchObject({ from: '101', to: '9000' });
  });

  it.each([
    {
      case: 'the profile of another room',
      body: { participants: [{ ...room, id: { ...room.id, value: 'amzn1.comms.profile.ROOM102' } }, frontDesk] },
      says: 'communication profile of the room',
    },
    {
      case: 'another device',
      body: { participants: [{ ...room, endpointId: 'other' }, frontDesk] },
      says: 'participants.0.endpointId',
    },
    {
      case: 'no provider for the room',
      body: { participants: [{ ...room, communicationProviderId: undefined }, frontDesk] },
      says: 'participants.0.communicationProviderId',
    },
    {
      case: 'a phone number to call',
      body: { participants: [room, recipient] },
      says: 'participants.1.id.type must be RAW_ADDRESS',
    },
    {
      case: 'nothing to call',
      body: { participants: [room, { ...frontDesk, id: { type: 'RAW_ADDRESS', value: '' } }] },
      says: 'participants.1.id.value',
    },
    { case: 'two rooms', body: { participants: [room, room] }, says: 'exactly one participant' },
  ])('refuses $case, and says so', async ({ body, says }) => {
    api = await AlexaApiUnderTest.start({ smartProperty: aHotel, unit });

    expect(await api.startSession(body)).toMatchObject({
      status: 400,
      body: { code: 'InvalidInput', message: expect.stringContaining(says) },
    });
    expect(api.home.calls).toEqual([]);
  });

  it.each([
    { case: 'nobody manages the device', changes: { unit } },
    { case: 'the device stands in no room', changes: { smartProperty: aHotel } },
    { case: 'the skill may not call', changes: { smartProperty: aHotel, unit, grantedPermissions: [] } },
  ])('is denied where $case', async ({ changes }) => {
    api = await AlexaApiUnderTest.start(changes);

    expect(await api.startSession(roomSession)).toMatchObject({ status: 403, body: { code: 'AccessDenied' } });
  });

  it.each(['EU', 'FE'] as const)('is not there for accounts in %s', async (region) => {
    api = await AlexaApiUnderTest.start({ smartProperty: aHotel, unit, grantedPermissions: everything, region });

    expect(await api.startSession(roomSession)).toEqual({ status: 404, body: undefined });
  });

  it('leaves calls by number as they were', async () => {
    api = await AlexaApiUnderTest.start({ smartProperty: aHotel, unit });

    expect((await api.startSession(goodSession)).status).toBe(200);
    expect(api.home.calls[0]).not.toHaveProperty('via');
  });
});
