import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { startTokenIssuer, type TokenIssuer } from '../../../../../infra/local/api-gateway/token-issuer.ts';
import { localPeople } from '../../../../../infra/local/api-gateway/sign-in/person.ts';
import { systemClock } from '../../../../../shared/adapters/system/system-clock.ts';
import { systemIds } from '../../../../../shared/adapters/system/system-ids.ts';

const redirectUri = 'http://localhost:8400/signed-in';
const signIn = `/oauth2/authorize?client_id=console&response_type=code&redirect_uri=${encodeURIComponent(redirectUri)}`;

describe('the issuer of tokens', () => {
  let issuer: TokenIssuer;
  beforeEach(async () => {
    issuer = await startTokenIssuer({ clients: [], people: localPeople, clock: systemClock, ids: systemIds });
    issuer.register({ clientId: 'console', redirectUris: [redirectUri], logoutUris: [], scopes: ['openid'] });
  });
  afterEach(() => issuer.close());

  async function ask(host: string, method: string, path: string, body = ''): Promise<IncomingMessage> {
    const asked = request(`${issuer.issuer}${path}`, { method, headers: { host }, timeout: 5000 }).end(body);
    const [answer] = (await once(asked, 'response')) as [IncomingMessage];
    return answer.resume();
  }

  it.each(['attacker.example', 'localhost.attacker.example:8400', '127.0.0.1.attacker.example'])(
    'lets nobody sign in, and tells nothing, to a page that calls it %s',
    async (host) => {
      const page = await ask(host, 'GET', signIn);
      const choice = await ask(host, 'POST', signIn, 'person=olivia');
      const keys = await ask(host, 'GET', '/.well-known/jwks.json');

      expect([page.statusCode, choice.statusCode, keys.statusCode]).toEqual([403, 403, 403]);
      expect(choice.headers.location).toBeUndefined();
    },
  );

  it.each(['localhost:8400', '127.0.0.1:8400', '127.0.0.1'])('gives a code to whoever calls it %s', async (host) => {
    const choice = await ask(host, 'POST', signIn, 'person=olivia');

    expect(choice.statusCode).toBe(303);
    expect(choice.headers.location).toContain(`${redirectUri}?code=`);
  });
});
