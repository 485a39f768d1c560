import { callContextResponseSchema, type CallContextResponse } from '../../../shared/contracts/console-api.ts';
import { consoleRoutes } from '../../../shared/contracts/console-routes.ts';

export interface ConsoleClientOptions {
  /** Of the console API. */
  readonly endpoint: string;
  readonly tokenEndpoint: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Per request; 3,000 by default. */
  readonly timeoutMs?: number;
}

export type CallContextAnswer =
  | { readonly kind: 'found'; readonly callContext: CallContextResponse['callContext'] }
  | { readonly kind: 'notFound' }
  | { readonly kind: 'unavailable'; readonly status: number | undefined };

/** Fetches call contexts as a customer-engagement system would: with credentials of its own, over HTTP. */
export class ConsoleClient {
  readonly #options: ConsoleClientOptions;

  constructor(options: ConsoleClientOptions) {
    this.#options = options;
  }

  async callContext(id: string): Promise<CallContextAnswer> {
    const { endpoint, timeoutMs = 3000 } = this.#options;
    try {
      const token = await this.#token();
      const answer = await fetch(new URL(`/call-contexts/${encodeURIComponent(id)}`, endpoint), {
        headers: { authorization: `Bearer ${token}` },
        signal: AbortSignal.timeout(timeoutMs),
      });
      if (answer.status === 404 || answer.status === 400) return { kind: 'notFound' };
      if (!answer.ok) return { kind: 'unavailable', status: answer.status };
      return { kind: 'found', callContext: callContextResponseSchema.parse(await answer.json()).callContext };
    } catch {
      return { kind: 'unavailable', status: undefined };
    }
  }

  /** Client credentials (RFC 6749 §4.4). */
  async #token(): Promise<string> {
    const { tokenEndpoint, clientId, clientSecret, timeoutMs = 3000 } = this.#options;
    const answer = await fetch(tokenEndpoint, {
      method: 'POST',
      headers: {
        authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`,
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: new URLSearchParams({ grant_type: 'client_credentials', scope: consoleRoutes.getCallContext.scope }),
      signal: AbortSignal.timeout(timeoutMs),
    });
    const { access_token: token } = (await answer.json()) as { access_token?: unknown };
    if (!answer.ok || typeof token !== 'string') throw new Error(`no token: ${answer.status}`);
    return token;
  }
}
