import { systemClock } from '../../../../../shared/adapters/system/system-clock.ts';
import { systemIds } from '../../../../../shared/adapters/system/system-ids.ts';
import { Issuer, readPending } from '../../../../../console/web/session/issuer.ts';
import { localPeople } from '../../../../../infra/local/api-gateway/sign-in/person.ts';
import { startTokenIssuer, type TokenIssuer } from '../../../../../infra/local/api-gateway/token-issuer.ts';

const redirectUri = 'http://localhost:8400/signed-in';
const now = Date.parse('2026-11-21T12:00:00Z');

describe('Signing in at the issuer', () => {
  let pool: TokenIssuer;
  beforeAll(async () => {
    pool = await startTokenIssuer({ clients: [], people: localPeople, clock: systemClock, ids: systemIds });
    pool.register({
      clientId: 'console',
      redirectUris: [redirectUri],
      logoutUris: ['http://localhost:8400/'],
      scopes: ['openid', 'calls/read', 'tables/write'],
    });
  });
  afterAll(() => pool.close());

  function anIssuer(changed: { readonly fetch?: typeof fetch; readonly tokenEndpoint?: string } = {}): Issuer {
    const { issuer, authorizationEndpoint, tokenEndpoint, logoutEndpoint } = pool;
    return new Issuer(
      {
        issuer,
        authorizationEndpoint,
        tokenEndpoint: changed.tokenEndpoint ?? tokenEndpoint,
        logoutEndpoint,
        clientId: 'console',
        scopes: ['openid', 'calls/read', 'tables/write'],
      },
      { fetch: changed.fetch ?? fetch, now: () => now, timeout: (ms) => AbortSignal.timeout(ms) },
    );
  }

  /** What the person does in the browser. */
  async function choose(person: string, url: string): Promise<string> {
    const chosen = await fetch(url, { method: 'POST', redirect: 'manual', body: new URLSearchParams({ person }) });
    return chosen.headers.get('location') ?? '';
  }

  async function signedIn(issuer: Issuer, person = 'olivia') {
    const { url, pending } = await issuer.begin({ redirectUri, returnTo: '/routing/bank' });
    const outcome = await issuer.finish(await choose(person, url), pending);
    if (outcome.kind !== 'signedIn') throw new Error(`not signed in: ${outcome.kind}`);
    return outcome.grant;
  }

  it('tells who it is, and in which groups', async () => {
    const grant = await signedIn(anIssuer());

    expect(grant).toMatchObject({ name: 'Olivia Operator', groups: ['operator'], issuedAt: now });
    expect(grant.expiresAt).toBe(now + 3_600_000);
    expect(grant.refreshToken).toEqual(expect.any(String));
  });

  it('makes the refresh token good for nothing when somebody signs out', async () => {
    const issuer = anIssuer();
    const grant = await signedIn(issuer);

    await issuer.revoke(grant);

    await expect(issuer.renew(grant)).resolves.toEqual({ kind: 'refused' });
  });

  it('keeps nobody from signing out when the token cannot be revoked', async () => {
    const asked: string[] = [];
    const down = anIssuer({
      fetch: (address) => {
        asked.push(address instanceof Request ? address.url : address.toString());
        return Promise.reject(new TypeError('no connection'));
      },
    });
    const { refreshToken: _none, ...withoutRefresh } = await signedIn(anIssuer());

    await expect(down.revoke({ ...withoutRefresh, refreshToken: 'r' })).resolves.toBeUndefined();
    await expect(down.revoke(withoutRefresh)).resolves.toBeUndefined();

    expect(asked).toEqual([pool.tokenEndpoint.replace('/oauth2/token', '/oauth2/revoke')]);
  });

  it('knows people of no group', async () => {
    const grant = await signedIn(anIssuer(), 'nobody');

    expect(grant.groups).toEqual([]);
  });

  it('gives another token for the refresh token, which stays good', async () => {
    const issuer = anIssuer();
    const grant = await signedIn(issuer);

    const renewal = await issuer.renew(grant);

    expect(renewal).toMatchObject({ kind: 'renewed', grant: { name: 'Olivia Operator', userId: grant.userId } });
    expect(renewal.kind === 'renewed' && renewal.grant.refreshToken).toBe(grant.refreshToken);
  });

  it('refuses to renew what was revoked', async () => {
    const issuer = anIssuer();
    const grant = await signedIn(issuer);
    const body = new URLSearchParams({ token: grant.refreshToken!, client_id: 'console' });
    await fetch(`${pool.issuer}/oauth2/revoke`, { method: 'POST', body });

    await expect(issuer.renew(grant)).resolves.toEqual({ kind: 'refused' });
  });

  it('cannot renew without a refresh token', async () => {
    const issuer = anIssuer();
    const { refreshToken: _, ...grant } = await signedIn(issuer);

    await expect(issuer.renew(grant)).resolves.toEqual({ kind: 'refused' });
  });

  it('takes no answer to a question that was not asked', async () => {
    const issuer = anIssuer();
    const mine = await issuer.begin({ redirectUri, returnTo: '/' });
    const other = await issuer.begin({ redirectUri, returnTo: '/' });

    const outcome = await issuer.finish(await choose('olivia', other.url), mine.pending);

    expect(outcome.kind).toBe('refused');
  });

  it('takes a code once', async () => {
    const issuer = anIssuer();
    const { url, pending } = await issuer.begin({ redirectUri, returnTo: '/' });
    const address = await choose('olivia', url);

    const outcomes = [await issuer.finish(address, pending), await issuer.finish(address, pending)];

    expect(outcomes.map(({ kind }) => kind)).toEqual(['signedIn', 'refused']);
  });

  it('says what the issuer says to whoever turned back', async () => {
    const issuer = anIssuer();
    const { pending } = await issuer.begin({ redirectUri, returnTo: '/' });
    const address = `${redirectUri}?error=access_denied&error_description=turned%20back&state=${pending.state}`;

    await expect(issuer.finish(address, pending)).resolves.toEqual({ kind: 'refused', because: 'turned back' });
  });

  it.each([
    ['does not answer', () => Promise.reject(new TypeError('fetch failed'))],
    ['is out of order', async () => new Response('{"error":"server_error"}', { status: 503 })],
  ])('keeps a sign-in while the issuer %s', async (_, broken: typeof fetch) => {
    const grant = await signedIn(anIssuer());

    await expect(anIssuer({ fetch: broken }).renew(grant)).resolves.toMatchObject({ kind: 'unreachable' });
  });

  it('sends no token over a network without TLS', async () => {
    const grant = await signedIn(anIssuer());
    const asked: unknown[] = [];
    const issuer = anIssuer({
      tokenEndpoint: 'http://issuer.example/oauth2/token',
      fetch: async (address) => {
        asked.push(address);
        return new Response();
      },
    });

    await issuer.renew(grant);

    expect(asked).toEqual([]);
  });

  it('remembers what is pending, and nothing else', async () => {
    const { pending } = await anIssuer().begin({ redirectUri, returnTo: '/', statePrefix: 'popup.' });

    expect(pending.state).toMatch(/^popup\..{20,}/);
    expect(readPending(JSON.stringify(pending))).toEqual(pending);
    expect([null, 'no JSON', '{}'].map(readPending)).toEqual([undefined, undefined, undefined]);
  });
});
