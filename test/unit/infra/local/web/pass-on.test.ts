import { once } from 'node:events';
import { request, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { serveOnLoopback, type LoopbackServer } from '../../../../../infra/local/http/serve-on-loopback.ts';
import { passOn } from '../../../../../infra/local/web/pass-on.ts';

interface Received {
  readonly line: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

describe('a request that is passed on', () => {
  let received: Received[];
  let behind: LoopbackServer;
  let front: LoopbackServer;
  beforeEach(async () => {
    received = [];
    behind = await serveOnLoopback(async (asked, response) => {
      const body = await text(asked);
      received.push({ line: `${asked.method} ${asked.url}`, headers: asked.headers, body });
      response.writeHead(200, { connection: 'close, x-own', 'x-own': '1', 'x-told': '2' }).end('done');
    });
    front = await serveOnLoopback((asked, response) =>
      passOn(asked, response, new URL((asked.url ?? '/').slice(1), `${behind.endpoint}/`)),
    );
  });
  afterEach(async () => {
    await front.close();
    await behind.close();
  });

  async function ask(
    method: string,
    body: string | Buffer | undefined,
    headers: Record<string, string> = {},
  ): Promise<{ readonly status: number | undefined; readonly headers: IncomingHttpHeaders; readonly body: string }> {
    const asked = request(`${front.endpoint}/it`, { method, headers }).end(body);
    const [answer] = (await once(asked, 'response')) as [IncomingMessage];
    return { status: answer.statusCode, headers: answer.headers, body: await text(answer) };
  }

  it.each(['DELETE', 'GET', 'POST'])('is one request with one body, though it comes in chunks (%s)', async (method) => {
    const body = 'GET /smuggled HTTP/1.1\r\nHost: localhost\r\n\r\n';

    const answer = await ask(method, body, { 'transfer-encoding': 'chunked' });

    expect(answer).toMatchObject({ status: 200, body: 'done' });
    expect(received.map(({ line }) => line)).toEqual([`${method} /it`]);
    expect(received[0]).toMatchObject({ body, headers: { 'content-length': String(body.length) } });
    expect(received[0]?.headers['transfer-encoding']).toBeUndefined();
  });

  it('keeps what is of one connection only to it, both ways', async () => {
    const { headers } = await ask('GET', undefined, {
      connection: 'x-hop',
      'x-hop': '1',
      te: 'trailers',
      'x-end': '2',
    });

    expect(received[0]?.headers).toMatchObject({ 'x-end': '2', host: new URL(behind.endpoint).host });
    expect(Object.keys(received[0]?.headers ?? {})).not.toEqual(expect.arrayContaining(['x-hop']));
    expect(received[0]?.headers['te']).toBeUndefined();
    expect([headers['x-own'], headers['x-told']]).toEqual([undefined, '2']);
  });

  it('is refused when it is longer than the gateway takes', async () => {
    const { status } = await ask('POST', Buffer.alloc(10_485_761));

    expect([status, received]).toEqual([413, []]);
  });

  it('is answered 502 when nobody is there', async () => {
    await behind.close();

    expect((await ask('GET', undefined)).status).toBe(502);

    behind = await serveOnLoopback(async () => undefined);
  });
});
