import { readUserToUser } from '../../../../../../shared/contracts/user-to-user.ts';

import { AlexaApiUnderTest, clientId, everything, goodSession, originator, recipient } from './alexa-api-fixture.ts';

let api: AlexaApiUnderTest;
afterEach(() => api.close());

describe('StartCommunicationSession', () => {
  it('answers with a session and has the device call, with the client session in User-to-User', async () => {
    api = await AlexaApiUnderTest.start();

    const answer = await api.startSession();

    expect(answer).toEqual({ status: 200, body: { sessionId: expect.any(String) } });
    expect(api.home.calls).toEqual([
      {
        from: '+12065550100',
        to: '+12065550199',
        userToUser: expect.stringMatching(/^[0-9a-f]+;encoding=hex$/),
        alexaClientId: clientId,
        deviceId: 'amzn1.ask.device.KITCHEN',
        sessionId: (answer.body as { sessionId: string }).sessionId,
      },
    ]);
    expect(readUserToUser({ 'User-to-User': api.home.calls[0]?.userToUser ?? '' })).toEqual({
      kind: 'clientSession',
      clientSessionId: 'context-1',
    });
  });

  it.each([
    { case: 'one participant', body: { participants: [originator] }, says: 'participants must have exactly 2 members' },
    {
      case: 'three participants',
      body: { participants: [originator, recipient, recipient] },
      says: 'participants must have exactly 2 members',
    },
    { case: 'no originator', body: { participants: [recipient, recipient] }, says: 'exactly one participant' },
    { case: 'two originators', body: { participants: [originator, originator] }, says: 'exactly one participant' },
    {
      case: 'no device',
      body: { participants: [{ ...originator, endpointId: undefined }, recipient] },
      says: 'participants.0.endpointId',
    },
    {
      case: 'another device',
      body: { participants: [{ ...originator, endpointId: 'other' }, recipient] },
      says: 'participants.0.endpointId must be the deviceId',
    },
    {
      case: 'a number that is not E.164',
      body: { participants: [originator, { ...recipient, id: { type: 'PHONE_NUMBER', value: '2065550199' } }] },
      says: 'participants.1.id.value must be an E.164 number',
    },
    {
      case: 'another kind of id',
      body: { participants: [originator, { ...recipient, id: { type: 'RAW_ADDRESS', value: '9000' } }] },
      says: 'participants.1.id.type',
    },
    {
      case: 'another provider',
      body: { participants: [originator, { ...recipient, communicationProviderId: 'p' }] },
      says: 'participants.1.communicationProviderId',
    },
    {
      case: 'an empty client session id',
      body: { ...goodSession, clientContext: { clientSessionId: '' } },
      says: 'clientSessionId',
    },
    {
      case: 'a client session id that is too long',
      body: { ...goodSession, clientContext: { clientSessionId: 'a'.repeat(101) } },
      says: '1 to 100',
    },
    { case: 'what is not JSON', body: 'participants', says: 'JSON object' },
  ])('refuses $case, and says so', async ({ body, says: expected }) => {
    api = await AlexaApiUnderTest.start();

    const answer = await api.startSession(body);

    expect(answer).toMatchObject({
      status: 400,
      body: { code: 'InvalidInput', message: expect.stringContaining(expected) },
    });
    expect(api.home.calls).toEqual([]);
  });

  it('refuses a body that is not declared as JSON', async () => {
    api = await AlexaApiUnderTest.start();

    expect(await api.startSession(goodSession, 'text/plain')).toMatchObject({
      status: 400,
      body: { message: expect.stringContaining('Content-type') },
    });
    expect(await api.startSession(goodSession, 'application/json; charset=utf-8')).toMatchObject({ status: 200 });
  });

  it('has the device call without User-to-User when the skill names no client session', async () => {
    api = await AlexaApiUnderTest.start();

    expect((await api.startSession({ participants: goodSession.participants })).status).toBe(200);
    expect(api.home.calls[0]).not.toHaveProperty('userToUser');
  });

  it('takes the participants in either order', async () => {
    api = await AlexaApiUnderTest.start();

    expect(
      (await api.startSession({ ...goodSession, participants: [{ ...recipient, isOriginator: false }, originator] }))
        .status,
    ).toBe(200);
    expect(api.home.calls[0]).toMatchObject({ from: '+12065550100', to: '+12065550199' });
  });

  it('needs a token, and the permission to call', async () => {
    api = await AlexaApiUnderTest.start({ grantedPermissions: [] });

    expect(await api.startSession()).toMatchObject({ status: 403, body: { code: 'AccessDenied' } });
    api.token = 'made-up';
    expect(await api.startSession()).toMatchObject({ status: 401, body: { code: 'BadToken' } });
  });

  it.each(['EU', 'FE'] as const)('is not there for accounts in %s', async (region) => {
    api = await AlexaApiUnderTest.start({ grantedPermissions: everything, region });

    expect(await api.startSession()).toEqual({ status: 404, body: undefined });
  });
});
