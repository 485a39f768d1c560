import { gzipSync } from 'node:zlib';
import * as z from 'zod';
import { readBody, readRequest } from '../../../../console/api/read-body.ts';

const schema = z.strictObject({ words: z.string(), count: z.int().exactOptional() });
const json = JSON.stringify({ words: 'café' });

/** As API Gateway hands it on: what is not declared as text comes in base64. */
function sent(body: string | Buffer, headers: Readonly<Record<string, string>> = {}): Parameters<typeof readBody>[0] {
  return typeof body === 'string'
    ? { headers, body, isBase64Encoded: false }
    : { headers, body: body.toString('base64'), isBase64Encoded: true };
}

function problemWith(event: Parameters<typeof readBody>[0]): string {
  const reading = readRequest(event, schema);
  if (reading.kind === 'read') throw new Error('it was taken');
  const { statusCode, body = '' } = reading.answer;
  const { code, message } = JSON.parse(body);
  expect([statusCode, code]).toEqual([400, 'invalid-request']);
  return message;
}

describe('the body of a request', () => {
  it.each([
    { case: 'text', event: sent(json, { 'content-type': 'application/json' }) },
    { case: 'octets', event: sent(Buffer.from(json)) },
    { case: 'gzip by its type', event: sent(gzipSync(json), { 'content-type': 'application/gzip' }) },
    { case: 'gzip by its coding', event: sent(gzipSync(json), { 'content-encoding': 'GZIP' }) },
  ])('is read as $case', ({ event }) => {
    expect(readRequest(event, schema)).toEqual({ kind: 'read', value: { words: 'café' } });
    expect(readBody(event)).toEqual({ words: 'café' });
  });

  it.each([
    { case: 'nothing', event: sent(''), problem: 'The body is empty: send JSON.' },
    { case: 'half of it', event: sent('{"words": "caf'), problem: 'The body is no JSON: it ends too early.' },
    {
      case: 'a comma too many',
      event: sent('{"words": "café",}'),
      problem: 'The body is no JSON at line 1, column 18.',
    },
    {
      case: 'a wrong word',
      event: sent('{\n "words": nothing }'),
      problem: 'The body is no JSON at line 2, column 12.',
    },
    { case: 'something behind it', event: sent('{}\n\n}'), problem: 'The body is no JSON at line 3, column 1.' },
    { case: 'a broken word', event: sent('[tru]'), problem: 'The body is no JSON at line 1, column 5.' },
    {
      case: 'a line break in words',
      event: sent('{"words":"a\nb"}'),
      problem: 'The body is no JSON at line 1, column 12.',
    },
    {
      case: 'another compression',
      event: sent(json, { 'content-encoding': 'br' }),
      problem: expect.stringContaining('use gzip'),
    },
    {
      case: 'gzip that went as text',
      event: sent('\u001f\ufffd', { 'content-encoding': 'gzip' }),
      problem: expect.stringContaining('application/gzip'),
    },
    {
      case: 'broken gzip',
      event: sent(gzipSync(json).subarray(0, 20)),
      problem: expect.stringContaining('decompressed'),
    },
    { case: 'a field that is missing', event: sent('{}'), problem: expect.stringMatching(/^words: /) },
    { case: 'a list', event: sent('[]'), problem: expect.stringMatching(/^the body: /) },
  ])('is refused for $case, and where', ({ event, problem }) => {
    expect(problemWith(event)).toEqual(problem);
  });

  it('is not decompressed beyond 64 MiB, however small it comes', () => {
    const bomb = gzipSync(Buffer.alloc(65 * 1024 * 1024));

    expect(bomb.length).toBeLessThan(100_000);
    expect(problemWith(sent(bomb))).toContain('more than 64 MiB');
  });

  it('is not repeated in what is said of it', () => {
    const wrong = [sent('{"words": Maria}'), sent('{"words": ["Maria"], "count": "12345678"}')];

    for (const event of wrong) expect(problemWith(event)).not.toMatch(/Maria|1234/);
  });

  it('is said to be wrong in five places at most', () => {
    const many = z.array(z.string());

    const reading = readRequest(sent(JSON.stringify([1, 2, 3, 4, 5, 6, 7])), many);

    expect(reading).toMatchObject({ answer: { body: expect.stringMatching(/4: [^;]*; and 2 more\./) } });
  });
});
