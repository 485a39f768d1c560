import { chimeCommunicationProviderId } from '../../../../../../shared/contracts/communication-session.ts';
import { readUserToUser } from '../../../../../../shared/contracts/user-to-user.ts';
import type { AlexaAccount } from '../../../../../../infra/local/alexa/api/account.ts';
import { alexaAtHome, clientId, says, ScriptedSkill, type AlexaAtHome } from '../../../../../support/alexa-at-home.ts';

const everything = [
  'alexa::profile:name:read',
  'alexa::profile:given_name:read',
  'alexa::profile:email:read',
  'alexa::profile:mobile_number:read',
  'alexa::devices:all:address:full:read',
  'alexa:devices:all:address:country_and_postal_code:read',
  'amazon_communication::calling',
];
const namePath = '/v2/accounts/~current/settings/Profile.name';
const addressPath = '/v1/devices/amzn1.ask.device.KITCHEN/settings/address';
const sessionPath = '/v1/communications/session';

let home: AlexaAtHome;
let token: string;

async function atHome(changes: Partial<AlexaAccount> = { grantedPermissions: everything }): Promise<void> {
  const skill = new ScriptedSkill(says('Welcome.'));
  home = await alexaAtHome(skill, changes);
  await home.alexa.say('open corner library');
  token = skill.last.context.System.apiAccessToken;
}

async function call(
  path: string,
  init: { method?: string; body?: string; headers?: Record<string, string> } = {},
): Promise<{ status: number; body: unknown }> {
  const answer = await fetch(`${home.alexa.apiEndpoint}${path}`, {
    ...init,
    headers: { authorization: `Bearer ${token}`, ...init.headers },
  });
  const text = await answer.text();
  return { status: answer.status, body: text === '' ? undefined : JSON.parse(text) };
}

const originator = {
  id: { type: 'PHONE_NUMBER', value: '+12065550100' },
  endpointId: 'amzn1.ask.device.KITCHEN',
  isOriginator: true,
};
const recipient = {
  id: { type: 'PHONE_NUMBER', value: '+12065550199' },
  communicationProviderId: chimeCommunicationProviderId,
};
const goodSession = { participants: [originator, recipient], clientContext: { clientSessionId: 'context-1' } };

function startSession(body: unknown = goodSession, contentType = 'application/json'): ReturnType<typeof call> {
  return call(sessionPath, {
    method: 'POST',
    headers: { 'content-type': contentType },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

afterEach(async () => {
  await home.alexa.close();
});

describe('the contact details of the customer', () => {
  it.each([
    { field: 'name', value: 'Jane Roe' },
    { field: 'givenName', value: 'Jane' },
    { field: 'mobileNumber', value: { countryCode: '+1', phoneNumber: '206-555-0100' } },
  ])('give $field', async ({ field, value }) => {
    await atHome();

    expect(await call(`/v2/accounts/~current/settings/Profile.${field}`)).toEqual({ status: 200, body: value });
  });

  it('are empty where the customer has none', async () => {
    await atHome();

    expect(await call('/v2/accounts/~current/settings/Profile.email')).toEqual({ status: 204, body: undefined });
  });

  it('stay closed without consent, field by field', async () => {
    await atHome({ grantedPermissions: ['alexa::profile:given_name:read'] });

    expect(await call(namePath)).toMatchObject({
      status: 403,
      body: { code: 'ACCESS_DENIED', message: expect.any(String) },
    });
    expect(await call('/v2/accounts/~current/settings/Profile.givenName')).toMatchObject({ status: 200 });
  });

  it('keep to the consent of the time when the request was sent', async () => {
    const granted: string[] = [];
    await atHome({ grantedPermissions: granted });

    granted.push(...everything);

    expect((await call(namePath)).status).toBe(403);
  });

  it('stay closed without a token that is known and fresh', async () => {
    await atHome();

    expect(await call(namePath, { headers: { authorization: '' } })).toMatchObject({
      status: 401,
      body: { code: 'INVALID_TOKEN' },
    });
    expect((await call(namePath, { headers: { authorization: 'Bearer made-up' } })).status).toBe(401);
    await home.timers.advanceBy(60 * 60 * 1000 - 1);
    expect((await call(namePath)).status).toBe(200);
    await home.timers.advanceBy(1);
    expect((await call(namePath)).status).toBe(401);
  });
});

describe('the address of the device', () => {
  it('is given whole, with null for what is missing', async () => {
    await atHome();

    expect(await call(addressPath)).toEqual({
      status: 200,
      body: {
        addressLine1: null,
        addressLine2: null,
        addressLine3: null,
        countryCode: 'US',
        stateOrRegion: 'WA',
        city: 'Seattle',
        districtOrCounty: null,
        postalCode: '98101',
      },
    });
  });

  it('is given as country and postal code', async () => {
    await atHome({ grantedPermissions: ['alexa:devices:all:address:country_and_postal_code:read'] });

    expect(await call(`${addressPath}/countryAndPostalCode`)).toEqual({
      status: 200,
      body: { countryCode: 'US', postalCode: '98101' },
    });
    expect(await call(addressPath)).toMatchObject({
      status: 403,
      body: { type: 'FORBIDDEN', message: expect.any(String) },
    });
  });

  it('is empty where the customer has set none', async () => {
    await atHome({ grantedPermissions: everything, device: { deviceId: 'amzn1.ask.device.KITCHEN' } });

    expect(await call(addressPath)).toEqual({ status: 204, body: undefined });
  });

  it('is nobody else’s, and read only', async () => {
    await atHome();

    expect((await call('/v1/devices/amzn1.ask.device.OTHER/settings/address')).status).toBe(403);
    expect((await call(addressPath, { headers: { authorization: 'Bearer made-up' } })).status).toBe(403);
    expect((await call(addressPath, { method: 'PUT' })).status).toBe(405);
  });
});

describe('StartCommunicationSession', () => {
  it('answers with a session and has the device call, with the client session in User-to-User', async () => {
    await atHome();

    const answer = await startSession();

    expect(answer).toEqual({ status: 200, body: { sessionId: expect.any(String) } });
    expect(home.calls).toEqual([
      {
        from: '+12065550100',
        to: '+12065550199',
        userToUser: expect.stringMatching(/^[0-9a-f]+;encoding=hex$/),
        alexaClientId: clientId,
        deviceId: 'amzn1.ask.device.KITCHEN',
        sessionId: (answer.body as { sessionId: string }).sessionId,
      },
    ]);
    expect(readUserToUser({ 'User-to-User': home.calls[0]?.userToUser ?? '' })).toEqual({
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
    await atHome();

    const answer = await startSession(body);

    expect(answer).toMatchObject({
      status: 400,
      body: { code: 'InvalidInput', message: expect.stringContaining(expected) },
    });
    expect(home.calls).toEqual([]);
  });

  it('refuses a body that is not declared as JSON', async () => {
    await atHome();

    expect(await startSession(goodSession, 'text/plain')).toMatchObject({
      status: 400,
      body: { message: expect.stringContaining('Content-type') },
    });
    expect(await startSession(goodSession, 'application/json; charset=utf-8')).toMatchObject({ status: 200 });
  });

  it('has the device call without User-to-User when the skill names no client session', async () => {
    await atHome();

    expect((await startSession({ participants: goodSession.participants })).status).toBe(200);
    expect(home.calls[0]).not.toHaveProperty('userToUser');
  });

  it('takes the participants in either order', async () => {
    await atHome();

    expect(
      (await startSession({ ...goodSession, participants: [{ ...recipient, isOriginator: false }, originator] }))
        .status,
    ).toBe(200);
    expect(home.calls[0]).toMatchObject({ from: '+12065550100', to: '+12065550199' });
  });

  it('needs a token, and the permission to call', async () => {
    await atHome({ grantedPermissions: [] });

    expect(await startSession()).toMatchObject({ status: 403, body: { code: 'AccessDenied' } });
    token = 'made-up';
    expect(await startSession()).toMatchObject({ status: 401, body: { code: 'BadToken' } });
  });

  it.each(['EU', 'FE'] as const)('is not there for accounts in %s', async (region) => {
    await atHome({ grantedPermissions: everything, region });

    expect(await startSession()).toEqual({ status: 404, body: undefined });
  });
});

describe('faults', () => {
  it('fail the next requests of one endpoint in the words of that endpoint, and no more', async () => {
    await atHome();
    home.alexa.faults.next('session', 429, 2);
    home.alexa.faults.next('session', 500);
    home.alexa.faults.next('profile', 500);
    home.alexa.faults.next('address', 429);

    expect(await startSession()).toMatchObject({ status: 429, body: { code: 'Throttling' } });
    expect(await startSession()).toMatchObject({ status: 429 });
    expect(await startSession()).toMatchObject({ status: 500, body: { code: 'InternalServerError' } });
    expect(await startSession()).toMatchObject({ status: 200 });
    expect(await call(namePath)).toMatchObject({ status: 500, body: { code: 'UNKNOWN_ERROR' } });
    expect(await call(addressPath)).toMatchObject({ status: 429, body: { type: 'TOO_MANY_REQUESTS' } });
    expect(home.calls).toHaveLength(1);
  });

  it('can leave a request without an answer', async () => {
    await atHome();
    home.alexa.faults.next('profile', 'hang');
    let answered = false;
    const hanging = call(namePath).then(
      () => (answered = true),
      () => 'dropped',
    );

    // An answer to a later request on its own connection shows that the first one had its chance.
    expect((await call(addressPath)).status).toBe(200);
    expect(answered).toBe(false);
    await home.alexa.close();

    expect(await hanging).toBe('dropped');
  });

  it('are refused when they make no sense', async () => {
    await atHome();

    expect(() => home.alexa.faults.next('profile', 42)).toThrow(RangeError);
    expect(() => home.alexa.faults.next('profile', 500, 0)).toThrow(RangeError);
  });
});
