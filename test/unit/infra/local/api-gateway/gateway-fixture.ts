import {
  startApiGateway,
  type ApiGateway,
  type ApiGatewayOptions,
} from '../../../../../infra/local/api-gateway/api-gateway.ts';
import type { HttpEvent } from '../../../../../infra/local/api-gateway/http-event.ts';
import { startTokenIssuer, type TokenIssuer } from '../../../../../infra/local/api-gateway/token-issuer.ts';
import type { InvokeResult } from '../../../../../infra/local/functions/invoke-result.ts';
import { systemIds } from '../../../../../shared/adapters/system/system-ids.ts';
import { TimersFake } from '../../../../support/timers-fake.ts';

export interface GatewayFixture {
  readonly time: TimersFake;
  readonly issuer: TokenIssuer;
  readonly gateway: ApiGateway;
  readonly calls: { readonly functionName: string; readonly event: HttpEvent }[];
  /** What the function answers from now on. */
  answer(result: () => Promise<InvokeResult>): void;
  /** A token for the registered client, or the error body. */
  token(form: Record<string, string>, credentials?: string): Promise<{ status: number; body: Record<string, unknown> }>;
  get(path: string, token?: string, init?: RequestInit): Promise<Response>;
  close(): Promise<void>;
}

export function functionAnswer(payload: unknown): () => Promise<InvokeResult> {
  return async () => ({ statusCode: 200, payload, milliseconds: 1, coldStart: false });
}

/** An API with an open route, one that is throttled, one for any token and one that asks for a scope, and one client that may have two scopes. */
export async function gatewayFixture(
  options: Partial<Pick<ApiGatewayOptions, 'authorizer'>> = {},
): Promise<GatewayFixture> {
  const time = new TimersFake();
  const issuer = await startTokenIssuer({
    clients: [{ clientId: 'crm', clientSecret: 's3cret', scopes: ['calls/read', 'calls/list'] }],
    clock: time,
    ids: systemIds,
  });
  const calls: GatewayFixture['calls'] = [];
  let result = functionAnswer({ statusCode: 200 });
  const gateway = await startApiGateway({
    routes: [
      { routeKey: 'ANY /open/{id}', functionName: 'console-api', authorization: 'NONE' },
      {
        routeKey: 'GET /throttled',
        functionName: 'console-api',
        authorization: 'NONE',
        throttle: { perSecond: 1, burst: 2 },
      },
      { routeKey: 'GET /any-token', functionName: 'console-api' },
      { routeKey: 'GET /calls/{id}', functionName: 'console-api', scopes: ['calls/read', 'calls/admin'] },
      { routeKey: 'DELETE /calls/{id}', functionName: 'console-api', scopes: ['calls/admin'] },
    ],
    invoke: async (functionName, event) => {
      calls.push({ functionName, event });
      return result();
    },
    authorizer: { issuer: issuer.issuer, audience: ['crm'] },
    timers: time,
    clock: time,
    ids: systemIds,
    ...options,
  });
  return {
    time,
    issuer,
    gateway,
    calls,
    answer(next) {
      result = next;
    },
    async token(form, credentials = 'crm:s3cret') {
      const response = await fetch(issuer.tokenEndpoint, {
        method: 'POST',
        headers: { authorization: `Basic ${Buffer.from(credentials).toString('base64')}` },
        body: new URLSearchParams(form),
      });
      return { status: response.status, body: (await response.json()) as Record<string, unknown> };
    },
    get: async (path, token, init = {}) =>
      fetch(gateway.endpoint + path, {
        ...init,
        headers: {
          ...(init.headers as Record<string, string>),
          ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
        },
      }),
    async close() {
      await gateway.close();
      await issuer.close();
    },
  };
}
