import { gzipSync, gunzipSync } from 'node:zlib';
import { functionAnswer, gatewayFixture, type GatewayFixture } from './gateway-fixture.ts';

describe('a gateway with busy clients', () => {
  let fixture: GatewayFixture;

  beforeEach(async () => {
    fixture = await gatewayFixture();
  });
  afterEach(() => fixture.close());

  it('answers 429 as API Gateway does to whoever asks too often, and goes on when time has passed', async () => {
    const statuses: number[] = [];
    for (let times = 0; times < 3; times += 1) statuses.push((await fixture.get('/throttled')).status);
    const refused = await fixture.get('/throttled');
    await fixture.time.advanceBy(1000);
    const later = await fixture.get('/throttled');

    expect(statuses).toEqual([200, 200, 429]);
    expect(await refused.json()).toEqual({ message: 'Too Many Requests' });
    expect(later.status).toBe(200);
    expect((await fixture.get('/open/1')).status).toBe(200);
  });

  it('hands a packed body over in base64, byte for byte', async () => {
    const packed = gzipSync('{"rules":[]}');

    await fixture.get('/open/1', undefined, {
      method: 'PUT',
      headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' },
      body: packed,
    });

    const { event } = fixture.calls[0]!;
    expect(event.isBase64Encoded).toBe(true);
    expect(gunzipSync(Buffer.from(event.body!, 'base64')).toString()).toBe('{"rules":[]}');
  });

  it('unpacks nothing that a function has packed', async () => {
    fixture.answer(
      functionAnswer({
        statusCode: 200,
        headers: { 'content-type': 'application/json', 'content-encoding': 'gzip' },
        body: gzipSync('{"found":true}').toString('base64'),
        isBase64Encoded: true,
      }),
    );

    const answer = await fixture.get('/open/1');

    expect(answer.headers.get('content-encoding')).toBe('gzip');
    expect(await answer.json()).toEqual({ found: true });
  });
});
