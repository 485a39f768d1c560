import type * as z from 'zod';
import type { callCommandSchema } from '../../../shared/contracts/call-command.ts';
import {
  callCommandResponseSchema,
  consoleErrorSchema,
  type ConsoleError,
} from '../../../shared/contracts/console-api.ts';

export interface ConsoleAccessOptions {
  /** Of the console API. */
  readonly endpoint: string;
  readonly tokenEndpoint: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Per request; 4,000 by default. */
  readonly timeoutMs?: number;
}

export type CommandAnswer =
  | { readonly kind: 'accepted'; readonly commandId: string }
  | { readonly kind: 'refused'; readonly status: number; readonly code: ConsoleError['code'] | undefined }
  | { readonly kind: 'unavailable' };

/** The console API with credentials of one's own: for operators, and for an adviser's application. */
export class ConsoleAccess {
  readonly #options: ConsoleAccessOptions;

  constructor(options: ConsoleAccessOptions) {
    this.#options = options;
  }

  /** A token for all that the client may do (RFC 6749 §4.4). Rejects when there is none to be had. */
  async token(): Promise<string> {
    const { tokenEndpoint, clientId, clientSecret } = this.#options;
    const answer = await fetch(tokenEndpoint, {
      method: 'POST',
      headers: {
        authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`,
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: new URLSearchParams({ grant_type: 'client_credentials' }),
      signal: this.#inTime(),
    });
    const { access_token: token } = (await answer.json()) as { access_token?: unknown };
    if (!answer.ok || typeof token !== 'string') throw new Error(`no token: ${answer.status}`);
    return token;
  }

  /** Asks with a token, as `fetch` does; rejects when nobody answers in time. */
  async ask(path: string, request: { readonly method?: string; readonly body?: unknown } = {}): Promise<Response> {
    const { method = 'GET', body } = request;
    return fetch(new URL(path, this.#options.endpoint), {
      method,
      headers: {
        authorization: `Bearer ${await this.token()}`,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: this.#inTime(),
    });
  }

  /** Has a call told something. Never rejects. */
  async command(transactionId: string, command: z.infer<typeof callCommandSchema>): Promise<CommandAnswer> {
    try {
      const path = `/calls/${encodeURIComponent(transactionId)}/commands`;
      const answer = await this.ask(path, { method: 'POST', body: command });
      const body: unknown = await answer.json();
      if (answer.status === 202) return { kind: 'accepted', ...callCommandResponseSchema.parse(body) };
      return { kind: 'refused', status: answer.status, code: consoleErrorSchema.safeParse(body).data?.code };
    } catch {
      return { kind: 'unavailable' };
    }
  }

  #inTime(): AbortSignal {
    return AbortSignal.timeout(this.#options.timeoutMs ?? 4000);
  }
}
