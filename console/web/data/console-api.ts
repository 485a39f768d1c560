import type * as z from 'zod';
import { SignedOut, type Session } from '../session/session.ts';
import type { Api, Request } from './api.ts';
import { writeBody, type WrittenBody } from './body.ts';
import { Problem } from './problem.ts';
import { problemOf } from './problem-of.ts';

export interface ApiDoors {
  readonly fetch: typeof fetch;
  /** AbortSignal.timeout */
  readonly timeout: (ms: number) => AbortSignal;
  /** Whether somebody answered: told after each request. */
  readonly onReach?: (isReached: boolean) => void;
}

const defaultTimeoutMs = 10_000;

/** The console API with the session's token. A token that it refuses is renewed once. */
export function consoleApi(session: Pick<Session, 'config' | 'token'>, doors: ApiDoors): Api {
  const { onReach = () => undefined } = doors;

  function addressOf(path: string, { of = 'api' }: Request): string {
    const base = session.config[of];
    if (base === undefined) throw new Error('there is no local cloud here: ask the configuration before');
    return `${base}${path}`;
  }

  async function tokenFor(refused?: string): Promise<string> {
    try {
      return await session.token(refused);
    } catch (cause) {
      if (cause instanceof SignedOut) throw new Problem('', { code: 'signedOut', status: 0, cause });
      onReach(false);
      throw new Problem('', { code: 'offline', status: 0, cause });
    }
  }

  async function send(
    address: string,
    request: Request,
    body: WrittenBody | undefined,
    stop: AbortSignal,
  ): Promise<Response> {
    const once = (token: string): Promise<Response> =>
      doors.fetch(address, {
        method: request.method ?? 'GET',
        headers: { ...body?.headers, ...request.headers, authorization: `Bearer ${token}` },
        signal: stop,
        cache: 'no-store',
        ...(body === undefined ? {} : { body: body.bytes }),
      });
    const token = await tokenFor();
    const response = await once(token);
    if (response.status !== 401) return response;
    await response.body?.cancel();
    return once(await tokenFor(token));
  }

  /** What `read` makes of an answer of 2xx, where all is there in time. */
  async function exchange<T>(path: string, request: Request, read: (response: Response) => Promise<T>): Promise<T> {
    const address = addressOf(path, request);
    const body = request.body === undefined ? undefined : await writeBody(request.body);
    // A signal of our own, which no time ends any more once `read` has what it wants: an event stream goes on after that.
    const stop = new AbortController();
    const late = doors.timeout(request.timeoutMs ?? defaultTimeoutMs);
    const end = (): void => stop.abort(late.reason);
    late.addEventListener('abort', end);
    const signal = request.signal === undefined ? stop.signal : AbortSignal.any([stop.signal, request.signal]);
    try {
      const response = await send(address, request, body, signal);
      onReach(true);
      if (!response.ok) throw await problemOf(response);
      return await read(response);
    } catch (cause) {
      // Whoever asked does not want to know any more.
      if (cause instanceof Problem || request.signal?.aborted === true) throw cause;
      onReach(false);
      throw new Problem('', { code: 'offline', status: 0, cause });
    } finally {
      late.removeEventListener('abort', end);
    }
  }

  return {
    ask: (path, schema, request = {}) => exchange(path, request, (response) => readAnswer(response, schema)),
    tell: (path, request) => exchange(path, request, async (response) => void (await response.arrayBuffer())),
    open: (path, request = {}) => exchange(path, request, async (response) => response),
  };
}

async function readAnswer<T>(response: Response, schema: z.ZodType<T>): Promise<T> {
  const text = await response.text();
  try {
    return schema.parse(JSON.parse(text));
  } catch (cause) {
    throw new Problem('', { code: 'unexpected', status: response.status, cause });
  }
}
