import { once } from 'node:events';
import { request, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { consoleConfigSchema } from '../../shared/contracts/console-config.ts';
import { aLocalConsole, type LocalConsoleFixture } from '../support/local-console.ts';

describe('the console, as a browser opens it', () => {
  let local: LocalConsoleFixture;

  beforeAll(async () => {
    local = await aLocalConsole();
  });
  afterAll(() => local.close());

  it('tells the application where it stands, and where people sign in', async () => {
    const answer = await local.ask('/config.json');

    const config = consoleConfigSchema.parse(await answer.json());
    expect(config).toMatchObject({ api: '/api', local: '/local', signIn: { clientId: 'console' } });
    expect(answer.headers.get('cache-control')).toBe('no-cache');
    expect(answer.headers.get('content-security-policy')).toContain(`connect-src 'self' ${config.signIn.issuer}`);
  });

  it('is the same application at every page, and asks the API of its own origin', async () => {
    const [page, api, stranger] = [
      await local.ask('/calls/some-id'),
      await local.ask('/api/calls?limit=1', { as: 'vera' }),
      await local.ask('/api/calls'),
    ];

    expect(await page.text()).toContain('<title>The console</title>');
    expect(api.status).toBe(200);
    expect(api.headers.get('apigw-requestid')).not.toBeNull();
    expect(await api.json()).toMatchObject({ calls: [] });
    expect([stranger.status, stranger.headers.get('www-authenticate')]).toEqual([401, 'Bearer']);
  });

  it('lets people do at the API what their groups may', async () => {
    const asked = await Promise.all(
      ['olivia', 'andy', 'vera', 'nobody'].map(
        async (as) => (await local.ask('/api/calls/none/commands', { as, method: 'POST', body: {} })).status,
      ),
    );

    expect(asked.map((status) => status === 403)).toEqual([false, false, true, true]);
  });

  it.each(['/', '/api/calls', '/local/state'])(
    'refuses whoever calls it by another name, and says why (%s)',
    async (path) => {
      const { url } = local.web;

      const asked = request(new URL(path, url), { headers: { host: 'attacker.example' } }).end();
      const [answer] = (await once(asked, 'response')) as [IncomingMessage];

      expect([answer.statusCode, await text(answer)]).toEqual([403, expect.stringContaining('localhost only')]);
    },
  );

  it.each([
    { method: 'POST', path: '/', status: 405 },
    { method: 'GET', path: '/missing.js', status: 404 },
    { method: 'GET', path: '/local/nothing', status: 404 },
    { method: 'GET', path: '/apis', status: 200 },
  ])('answers $status to $method $path', async ({ method, path, status }) => {
    expect((await local.ask(path, { method })).status).toBe(status);
  });
});
