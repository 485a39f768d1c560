import { gunzipSync } from 'node:zlib';
import { consoleApi } from '../../../../../console/web/data/console-api.ts';
import type { Api } from '../../../../../console/web/data/api.ts';
import type { Session } from '../../../../../console/web/session/session.ts';

export interface Asked {
  readonly address: string;
  readonly method: string;
  readonly headers: Headers;
  /** As it was before it was gzipped. */
  readonly body: string;
  readonly signal: AbortSignal;
}

type Answering = (asked: Asked) => Response | Promise<Response>;

/** An API that answers as the test says, each answer once and the last one for ever, and what it was asked. */
export class ApiFixture {
  readonly asked: Asked[] = [];
  readonly reached: boolean[] = [];
  readonly api: Api;
  /** Ends the time of all requests. */
  readonly clock = new AbortController();
  tokens: (string | Error)[] = ['first', 'second'];
  readonly refusedTokens: (string | undefined)[] = [];

  constructor(...answers: readonly Answering[]) {
    const session: Pick<Session, 'config' | 'token'> = {
      config: {
        api: '/api',
        signIn: {
          issuer: 'https://issuer.example',
          authorizationEndpoint: 'https://issuer.example/authorize',
          tokenEndpoint: 'https://issuer.example/token',
          logoutEndpoint: 'https://issuer.example/logout',
          clientId: 'console',
          scopes: [],
        },
        local: '/local',
      },
      token: async (refused) => {
        this.refusedTokens.push(refused);
        const token = this.tokens.shift() ?? '';
        if (token instanceof Error) throw token;
        return token;
      },
    };
    this.api = consoleApi(session, {
      fetch: async (address, init = {}) => {
        const headers = new Headers(init.headers);
        const bytes = Buffer.from((init.body ?? '') as Uint8Array);
        const body = headers.get('content-encoding') === 'gzip' ? gunzipSync(bytes) : bytes;
        const asked = {
          address: address as string,
          method: init.method ?? '',
          headers,
          body: body.toString(),
          signal: init.signal!,
        };
        this.asked.push(asked);
        const answer = answers[Math.min(this.asked.length, answers.length) - 1];
        if (answer === undefined) throw new TypeError('fetch failed');
        return answer(asked);
      },
      timeout: () => this.clock.signal,
      onReach: (isReached) => this.reached.push(isReached),
    });
  }
}

export function json(status: number, body: unknown, headers: Readonly<Record<string, string>> = {}): () => Response {
  return () => new Response(JSON.stringify(body), { status, headers });
}

/** Answers never, but ends when it is told to. */
export function silence({ signal }: Asked): Promise<Response> {
  const end = Promise.withResolvers<Response>();
  if (signal.aborted) end.reject(signal.reason);
  signal.addEventListener('abort', () => end.reject(signal.reason));
  return end.promise;
}
