import { gatewayFixture, type GatewayFixture } from './gateway-fixture.ts';

const grant = { grant_type: 'client_credentials' };

describe('who may call the API', () => {
  let fixture: GatewayFixture;
  beforeEach(async () => {
    fixture = await gatewayFixture();
  });
  afterEach(async () => fixture.close());

  const tokenFor = async (scope?: string): Promise<string> => {
    const { body } = await fixture.token(scope === undefined ? grant : { ...grant, scope });
    return String(body['access_token']);
  };

  it('lets a registered client with the scope in, and tells the function its claims as strings', async () => {
    const response = await fixture.get('/calls/7', await tokenFor('calls/read'));

    expect(response.status).toBe(200);
    expect(fixture.calls[0]?.event.requestContext.authorizer?.jwt).toEqual({
      scopes: ['calls/read'],
      claims: {
        iss: fixture.issuer.issuer,
        sub: 'crm',
        client_id: 'crm',
        scope: 'calls/read',
        token_use: 'access',
        version: '2',
        iat: String(fixture.time.now() / 1000),
        auth_time: String(fixture.time.now() / 1000),
        exp: String(fixture.time.now() / 1000 + 3600),
        jti: expect.any(String),
      },
    });
  });

  it('gives a client all its scopes when it names none', async () => {
    await fixture.get('/calls/7', await tokenFor());

    expect(fixture.calls[0]?.event.requestContext.authorizer?.jwt.scopes).toEqual(['calls/read', 'calls/list']);
  });

  it('hands no scopes to the function of a route that asks for none', async () => {
    await fixture.get('/any-token', await tokenFor());

    expect(fixture.calls[0]?.event.requestContext.authorizer?.jwt.scopes).toBeNull();
  });

  it.each([
    { case: 'another scope only', method: 'GET', scope: 'calls/list' },
    { case: 'no scope of the route', method: 'DELETE', scope: 'calls/read' },
  ])('forbids a token that has $case', async ({ method, scope }) => {
    const response = await fixture.get('/calls/7', await tokenFor(scope), { method });

    expect([response.status, await response.json()]).toEqual([403, { message: 'Forbidden' }]);
    expect(response.headers.get('www-authenticate')).toContain('insufficient_scope');
    expect(fixture.calls).toEqual([]);
  });

  it('takes a token until it expires and not a moment longer', async () => {
    const token = await tokenFor();
    await fixture.time.advanceBy(3_599_000);
    const before = await fixture.get('/any-token', token);
    await fixture.time.advanceBy(1000);
    const after = await fixture.get('/any-token', token);

    expect([before.status, after.status]).toEqual([200, 401]);
  });

  it.each([
    { case: 'no token', forge: () => undefined },
    { case: 'something else than a token', forge: () => 'nonsense' },
    {
      case: 'a changed token',
      forge: (token: string) =>
        token.replace(
          /\.[^.]+\./u,
          `.${Buffer.from(JSON.stringify({ client_id: 'crm', scope: 'calls/admin', exp: 9e9 })).toString('base64url')}.`,
        ),
    },
    {
      case: 'an unsigned token',
      forge: (token: string) => `${Buffer.from('{"alg":"none"}').toString('base64url')}.${token.split('.')[1]}.`,
    },
  ])('turns away $case', async ({ forge }) => {
    const response = await fixture.get('/any-token', forge(await tokenFor()));

    expect([response.status, await response.json()]).toEqual([401, { message: 'Unauthorized' }]);
    expect(fixture.calls).toEqual([]);
  });

  it('turns away tokens of another issuer, and those meant for another audience', async () => {
    const strangers = await gatewayFixture();
    const { body } = await strangers.token(grant);
    const otherAudience = await gatewayFixture({
      authorizer: { issuer: fixture.issuer.issuer, audience: ['someone else'] },
    });

    const foreign = await fixture.get('/any-token', String(body['access_token']));
    const misdirected = await otherAudience.get('/any-token', await tokenFor());
    await Promise.all([strangers.close(), otherAudience.close()]);

    expect([foreign.status, misdirected.status]).toEqual([401, 401]);
  });

  it.each([
    { case: 'a wrong secret', form: grant, credentials: 'crm:guess', error: 'invalid_client' },
    { case: 'an unknown client', form: grant, credentials: 'spy:s3cret', error: 'invalid_client' },
    {
      case: 'another grant',
      form: { grant_type: 'password' },
      credentials: 'crm:s3cret',
      error: 'unsupported_grant_type',
    },
    {
      case: 'a scope that is not the client’s',
      form: { ...grant, scope: 'calls/read calls/admin' },
      credentials: 'crm:s3cret',
      error: 'invalid_scope',
    },
  ])('issues no token for $case', async ({ form, credentials, error }) => {
    expect(await fixture.token(form, credentials)).toEqual({ status: 400, body: { error } });
  });
});
