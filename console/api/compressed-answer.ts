import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { answerError, type Answer } from './answer.ts';
import type { ConsoleEvent } from './token.ts';

/** Below it, compressing costs more than it saves. */
const leastBytes = 16 * 1024;
/** Lambda gives 6 MB at most, in JSON, where each quotation mark of ours becomes two characters (AWS Lambda developer guide, gettingstarted-limits). */
const mostPlainBytes = 3 * 1024 * 1024;
/** In base64 four thirds of it. */
const mostCompressedBytes = 4.4 * 1024 * 1024;

/** An answer as its reader takes it: a large one is compressed; one that Lambda would refuse becomes an error that says what to do. */
export async function compressedAnswer(event: Pick<ConsoleEvent, 'headers'>, answer: Answer): Promise<Answer> {
  const { body, isBase64Encoded = false } = answer;
  if (body === undefined || isBase64Encoded) return answer;
  const octets = Buffer.from(body);
  if (octets.length <= leastBytes) return answer;
  if (!takesGzip(event)) {
    if (octets.length <= mostPlainBytes) return answer;
    return answerError(406, 'invalid-request', 'The answer is too large to be plain: ask with accept-encoding: gzip.');
  }
  const compressed = await promisify(gzip)(octets);
  if (compressed.length > mostCompressedBytes)
    return answerError(
      413,
      'table-too-large',
      'This is more than one answer of the API can hold (6 MB): use the command line, npm run routes.',
    );
  return {
    ...answer,
    headers: { ...answer.headers, 'content-encoding': 'gzip', vary: 'accept-encoding' },
    body: compressed.toString('base64'),
    isBase64Encoded: true,
  };
}

/** RFC 9110 §12.5.3; a weight of 0 refuses. */
function takesGzip({ headers }: Pick<ConsoleEvent, 'headers'>): boolean {
  const accepted = (headers as ConsoleEvent['headers'] | undefined)?.['accept-encoding'] ?? '';
  return accepted.split(',').some((coding) => {
    const [name = '', ...parameters] = coding.split(';').map((part) => part.trim().toLowerCase());
    return (name === 'gzip' || name === '*') && !parameters.some((each) => /^q=0(?:\.0*)?$/.test(each));
  });
}
