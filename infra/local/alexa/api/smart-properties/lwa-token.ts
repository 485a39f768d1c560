import { lwaTokenPath, type LwaCredentials } from '../../../../../shared/contracts/login-with-amazon.ts';
import type { ApiAnswer, Endpoint } from '../endpoint.ts';
import { lwaTokenLifetimeSeconds, type LwaTokens } from './lwa-tokens.ts';

/**
 * Login with Amazon's token endpoint, for the business that manages devices (Login with Amazon documentation, access-token;
 * RFC 6749 §5.2 and §6). The business has signed in once and shows the refresh token that it got then.
 */
export function lwaTokenEndpoint(credentials: LwaCredentials, tokens: LwaTokens): Endpoint {
  return {
    name: 'token',
    failure,
    // Amazon's pages write o2, her own SDK O2.
    owns: (path) => path === lwaTokenPath || path === '/auth/O2/token',
    answer({ method, contentType, body }) {
      if (method !== 'POST') return { status: 405, headers: { Allow: 'POST' } };
      if (!/^application\/x-www-form-urlencoded\s*(?:;|$)/i.test(contentType ?? ''))
        return error(400, 'invalid_request', 'The body must be application/x-www-form-urlencoded');
      const form = new URLSearchParams(body);
      if (form.get('client_id') !== credentials.clientId || form.get('client_secret') !== credentials.clientSecret)
        return failure(401);
      const problem = problemWithGrant(form, credentials);
      if (problem !== undefined) return problem;
      return {
        status: 200,
        body: {
          access_token: tokens.issue(),
          token_type: 'bearer',
          expires_in: lwaTokenLifetimeSeconds,
          refresh_token: credentials.refreshToken,
        },
        headers: { 'Cache-Control': 'no-store' },
      };
    },
  };
}

function problemWithGrant(form: URLSearchParams, { refreshToken }: LwaCredentials): ApiAnswer | undefined {
  switch (form.get('grant_type')) {
    case 'refresh_token':
      return form.get('refresh_token') === refreshToken
        ? undefined
        : error(400, 'invalid_grant', 'The refresh token is not one of this client');
    // Such a token would stand for the client, and not for the business whose rooms these are.
    case 'client_credentials':
      return error(400, 'unauthorized_client', 'The client is not authorized for this grant type');
    case null:
      return error(400, 'invalid_request', 'The request lacks grant_type');
    default:
      return error(400, 'unsupported_grant_type', 'The grant type is not supported');
  }
}

function failure(status: number): ApiAnswer {
  switch (status) {
    case 400:
      return error(status, 'invalid_request', 'The request is not valid');
    case 401:
      return error(status, 'invalid_client', 'Client authentication failed');
    case 429:
      return error(status, 'slow_down', 'Too many requests');
    default:
      return error(status, 'server_error', 'The request failed');
  }
}

function error(status: number, code: string, description: string): ApiAnswer {
  return { status, body: { error: code, error_description: description } };
}
