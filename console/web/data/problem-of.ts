import * as z from 'zod';
import { consoleErrorSchema } from '../../../shared/contracts/console-api.ts';
import { Problem } from './problem.ts';

const newerErrorSchema = z.object({ code: z.string(), message: z.string() });

/** What an answer other than 2xx means. Reads its body. */
export async function problemOf(response: Response): Promise<Problem> {
  const { status } = response;
  const body = readJson(await response.text().catch(() => ''));
  const retryAfterMs = retryAfter(response.headers);
  const ours = consoleErrorSchema.safeParse(body);
  if (ours.success) return new Problem(ours.data.message, { code: ours.data.code, status, body, retryAfterMs });
  // API Gateway answers by itself, before any of our functions is asked; or this is an error of a newer release, which has words.
  const message = newerErrorSchema.safeParse(body).data?.message ?? '';
  return new Problem(message, { code: codeOfGateway(status), status, body, retryAfterMs });
}

function codeOfGateway(status: number): Problem['code'] {
  if (status === 401) return 'signedOut';
  if (status === 403) return 'scope-missing';
  if (status === 404) return 'route-not-found';
  if (status === 413) return 'table-too-large';
  if (status === 429) return 'throttled';
  if (status >= 500) return 'service-failed';
  return 'unexpected';
}

/** RFC 9110 §10.2.3: seconds, or a date, which is compared with the answer's own. */
function retryAfter(headers: Headers): number | undefined {
  const value = headers.get('retry-after');
  if (value === null) return undefined;
  if (/^\d+$/.test(value)) return Number(value) * 1000;
  const wait = Date.parse(value) - Date.parse(headers.get('date') ?? '');
  return Number.isNaN(wait) ? undefined : Math.max(0, wait);
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
