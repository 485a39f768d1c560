import { gunzipSync } from 'node:zlib';
import { answerJson } from '../../../../console/api/answer.ts';
import { compressedAnswer } from '../../../../console/api/compressed-answer.ts';
import { noise } from '../../../contract/routing-table-store.fixture.ts';

const takes = (coding: string): { headers: Record<string, string> } => ({ headers: { 'accept-encoding': coding } });
const large = answerJson(200, { text: 'a branch '.repeat(10_000) });

describe('an answer', () => {
  it.each(['gzip', 'br, gzip;q=0.8', 'deflate, *', 'GZIP'])(
    'that is large is compressed for who takes %s',
    async (coding) => {
      const answer = await compressedAnswer(takes(coding), large);

      expect(answer).toMatchObject({
        statusCode: 200,
        isBase64Encoded: true,
        headers: { 'content-type': 'application/json', 'content-encoding': 'gzip', vary: 'accept-encoding' },
      });
      expect(gunzipSync(Buffer.from(answer.body!, 'base64')).toString()).toBe(large.body);
      expect(answer.body!.length).toBeLessThan(large.body!.length / 10);
    },
  );

  it.each(['', 'br', 'gzip;q=0', 'identity'])('is left as it is for who takes "%s"', async (coding) => {
    expect(await compressedAnswer(takes(coding), large)).toBe(large);
  });

  it('that is small, or has nothing in it, is left as it is', async () => {
    const small = answerJson(200, { text: 'a branch '.repeat(1000) });

    expect(await compressedAnswer(takes('gzip'), small)).toBe(small);
    expect(await compressedAnswer(takes('gzip'), { statusCode: 204 })).toEqual({ statusCode: 204 });
  });

  it('that Lambda could not give says what to ask for', async () => {
    const huge = answerJson(200, { text: noise(6_000_000) });

    const plain = await compressedAnswer(takes('identity'), huge);
    const compressed = await compressedAnswer(takes('gzip'), huge);

    expect([plain.statusCode, plain.body]).toEqual([406, expect.stringContaining('accept-encoding: gzip')]);
    expect([compressed.statusCode, compressed.body]).toEqual([413, expect.stringContaining('table-too-large')]);
  });
});
