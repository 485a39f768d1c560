import * as oauth from 'oauth4webapi';
import { localPeople } from '../../infra/local/api-gateway/sign-in/person.ts';
import { startTokenIssuer, type TokenIssuer } from '../../infra/local/api-gateway/token-issuer.ts';
import { systemClock } from '../../shared/adapters/system/system-clock.ts';
import { systemIds } from '../../shared/adapters/system/system-ids.ts';
import { consoleScopes, scopesOfGroup } from '../../shared/contracts/console-scopes.ts';
import { authorizeUrl, choose, claimsOf, discover, loopback, signIn } from '../support/browser-sign-in.ts';

const redirectUri = 'http://localhost:8400/signed-in';
const scope = ['openid', ...consoleScopes].join(' ');
const client = { client_id: 'console' };

describe('people who sign in to the console', () => {
  let issuer: TokenIssuer;

  beforeEach(async () => {
    issuer = await startTokenIssuer({
      clients: [{ clientId: 'crm', clientSecret: 's3cret', scopes: ['call-contexts/read'] }],
      people: localPeople,
      clock: systemClock,
      ids: systemIds,
      tokenSeconds: 90,
    });
    issuer.register({
      clientId: 'console',
      redirectUris: [redirectUri],
      logoutUris: ['http://localhost:8400/'],
      scopes: ['openid', ...consoleScopes],
    });
  });
  afterEach(() => issuer.close());

  it.each([
    { person: 'olivia', groups: ['operator'], granted: scopesOfGroup.operator },
    { person: 'andy', groups: ['agent'], granted: scopesOfGroup.agent },
    { person: 'vera', groups: ['viewer'], granted: scopesOfGroup.viewer },
    { person: 'nobody', groups: undefined, granted: [] },
  ])('$person gets what their groups may, and no more', async ({ person, groups, granted }) => {
    const signedIn = await signIn({ issuer: issuer.issuer, redirectUri, scope, person });

    const { claims, idClaims } = signedIn;
    expect(String(claims['scope']).split(' ').sort()).toEqual(['openid', ...granted].sort());
    expect(claims['cognito:groups']).toEqual(groups);
    expect(claims).toMatchObject({ client_id: 'console', token_use: 'access', username: person, sub: idClaims.sub });
    expect(claims['email']).toBe(`${person}@example.com`);
    expect(claims['aud']).toBeUndefined();
    expect(idClaims).toMatchObject({ email: `${person}@example.com`, aud: 'console', 'cognito:username': person });
    expect(idClaims.exp - idClaims.iat).toBe(90);
  });

  it('are the same person each time', async () => {
    const request = { issuer: issuer.issuer, redirectUri, scope: 'openid', person: 'andy' };

    const [first, second] = [await signIn(request), await signIn(request)];

    expect(second.idClaims.sub).toBe(first.idClaims.sub);
    expect(first.idClaims['name']).toBe('Andy Agent');
  });

  it('get a new token by their refresh token, until they have signed out', async () => {
    const { refreshToken, idClaims } = await signIn({ issuer: issuer.issuer, redirectUri, scope, person: 'andy' });
    const server = await discover(issuer.issuer);

    const renewed = await oauth.processRefreshTokenResponse(
      server,
      client,
      await oauth.refreshTokenGrantRequest(server, client, oauth.None(), refreshToken, loopback),
    );
    const revoked = await oauth.revocationRequest(server, client, oauth.None(), refreshToken, loopback);
    const afterwards = await oauth.refreshTokenGrantRequest(server, client, oauth.None(), refreshToken, loopback);

    expect(claimsOf(renewed.access_token)['sub']).toBe(idClaims.sub);
    expect(renewed.refresh_token).toBeUndefined();
    expect(revoked.status).toBe(200);
    expect([afterwards.status, await afterwards.json()]).toEqual([400, { error: 'invalid_grant' }]);
  });

  it('see who they can be, on a page without scripts that nobody else may frame', async () => {
    const server = await discover(issuer.issuer);
    const page = await fetch(
      authorizeUrl(server, { response_type: 'code', client_id: 'console', redirect_uri: redirectUri, scope: 'openid' }),
    );

    const html = await page.text();
    expect(page.status).toBe(200);
    for (const { id, name } of localPeople) expect(html).toContain(`<button name="person" value="${id}">${name}`);
    expect(html).toContain('no password is needed');
    expect(html).toContain('<html lang="en">');
    expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(page.headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
  });

  it.each([
    { case: 'another client', change: { client_id: 'spy' } },
    { case: 'another address to be sent to', change: { redirect_uri: `${redirectUri}/elsewhere` } },
    { case: 'an address of somebody else', change: { redirect_uri: 'https://example.org/signed-in' } },
  ])('are sent nowhere with $case', async ({ change }) => {
    const server = await discover(issuer.issuer);
    const asked = {
      response_type: 'code',
      client_id: 'console',
      redirect_uri: redirectUri,
      scope: 'openid',
      ...change,
    };

    const page = await fetch(authorizeUrl(server, asked), { redirect: 'manual' });
    const chosen = await fetch(authorizeUrl(server, asked), {
      method: 'POST',
      body: new URLSearchParams({ person: 'olivia' }),
      redirect: 'manual',
    });

    expect([page.status, chosen.status]).toEqual([400, 400]);
    expect([page.headers.get('location'), chosen.headers.get('location')]).toEqual([null, null]);
  });

  it.each([
    { case: 'a token instead of a code', change: { response_type: 'token' }, error: 'unauthorized_client' },
    { case: 'no kind of answer', change: { response_type: '' }, error: 'invalid_request' },
    { case: 'a scope that the client does not have', change: { scope: 'openid calls/delete' }, error: 'invalid_scope' },
    {
      case: 'a plain challenge',
      change: { code_challenge: 'a'.repeat(43), code_challenge_method: 'plain' },
      error: 'invalid_request',
    },
  ])('are told by the application when it has asked for $case', async ({ change, error }) => {
    const server = await discover(issuer.issuer);
    const asked = { response_type: 'code', client_id: 'console', redirect_uri: redirectUri, state: 'x', ...change };

    const answer = await fetch(authorizeUrl(server, asked), { redirect: 'manual' });

    const back = new URL(answer.headers.get('location')!);
    expect(`${back.origin}${back.pathname}`).toBe(redirectUri);
    expect([back.searchParams.get('error'), back.searchParams.get('state')]).toEqual([error, 'x']);
  });

  it('are sent back after signing out, to a registered address only', async () => {
    const good = `${issuer.logoutEndpoint}?client_id=console&logout_uri=${encodeURIComponent('http://localhost:8400/')}`;
    const bad = `${issuer.logoutEndpoint}?client_id=console&logout_uri=${encodeURIComponent('https://example.org/')}`;

    const [back, nowhere] = await Promise.all([
      fetch(good, { redirect: 'manual' }),
      fetch(bad, { redirect: 'manual' }),
    ]);

    expect(back.headers.get('location')).toBe('http://localhost:8400/');
    expect([nowhere.status, nowhere.headers.get('location')]).toEqual([400, null]);
  });

  it.each([
    { origin: 'http://localhost:8400', allowed: 'http://localhost:8400' },
    { origin: 'https://example.org', allowed: null },
    { origin: 'http://localhost:8401', allowed: null },
    { origin: 'null', allowed: null },
  ])('get tokens on pages that they are sent back to ($origin), and none for a client’s secret', async (asked) => {
    const { origin, allowed } = asked;

    const preflight = await fetch(issuer.tokenEndpoint, { method: 'OPTIONS', headers: { origin } });
    const answer = await fetch(issuer.tokenEndpoint, {
      method: 'POST',
      headers: { origin, authorization: `Basic ${btoa('crm:s3cret')}` },
      body: new URLSearchParams({ grant_type: 'client_credentials' }),
    });

    expect(preflight.headers.get('access-control-allow-headers')).toBe('content-type');
    for (const { headers } of [preflight, answer]) {
      expect(headers.get('access-control-allow-origin')).toBe(allowed);
      expect(headers.get('vary')).toBe('origin');
    }
  });

  describe('and a code', () => {
    const verifier = oauth.generateRandomCodeVerifier();

    async function aCode(): Promise<string> {
      const page = authorizeUrl(await discover(issuer.issuer), {
        response_type: 'code',
        client_id: 'console',
        redirect_uri: redirectUri,
        scope: 'openid',
        code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      });
      return (await choose(page, 'vera')).searchParams.get('code')!;
    }

    async function redeem(code: string, change: Readonly<Record<string, string>> = {}): Promise<Response> {
      const form = { grant_type: 'authorization_code', client_id: 'console', code, redirect_uri: redirectUri };
      return fetch(issuer.tokenEndpoint, {
        method: 'POST',
        headers: { origin: 'http://localhost:8400' },
        body: new URLSearchParams({ ...form, code_verifier: verifier, ...change }),
      });
    }

    it('is good once, from a page of the application’s origin', async () => {
      const code = await aCode();

      const [first, second] = [await redeem(code), await redeem(code)];

      expect([first.status, second.status]).toEqual([200, 400]);
      expect(first.headers.get('access-control-allow-origin')).toBe('http://localhost:8400');
      expect(await second.json()).toEqual({ error: 'invalid_grant' });
    });

    it.each([
      { case: 'another verifier', change: { code_verifier: 'b'.repeat(43) }, error: 'invalid_grant' },
      { case: 'no verifier', change: { code_verifier: '' }, error: 'invalid_grant' },
      { case: 'another address', change: { redirect_uri: 'http://localhost:8400/' }, error: 'invalid_grant' },
      { case: 'another client', change: { client_id: 'crm' }, error: 'invalid_client' },
      { case: 'a password', change: { grant_type: 'password' }, error: 'unsupported_grant_type' },
      { case: 'no client secret', change: { grant_type: 'client_credentials' }, error: 'unauthorized_client' },
    ])('buys nothing with $case', async ({ change, error }) => {
      const answer = await redeem(await aCode(), change);

      expect([answer.status, await answer.json()]).toEqual([400, { error }]);
    });
  });
});
