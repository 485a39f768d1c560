import type { PublicClient } from './public-client.ts';

/** What a client asks people to sign in for. */
export interface AuthorizeRequest {
  readonly client: PublicClient;
  readonly redirectUri: string;
  readonly scopes: readonly string[];
  readonly state?: string;
  readonly nonce?: string;
  /** Of PKCE, by S256 (RFC 7636 §4.2). */
  readonly codeChallenge?: string;
}

export type AuthorizeReading =
  | { readonly kind: 'request'; readonly request: AuthorizeRequest }
  /** The client is told. */
  | { readonly kind: 'refused'; readonly location: string }
  /** Nobody can be told but the person: who asks is not known, or where they want to be answered (RFC 6749 §4.1.2.1). */
  | { readonly kind: 'unanswerable'; readonly because: 'unknown client' | 'redirect_mismatch' };

const challengePattern = /^[\w-]{43}$/u;

/**
 * Reads a request for a code (Amazon Cognito developer guide, authorization-endpoint; OpenID Connect Core 1.0 §3.1.2.1). As Cognito
 * does, it takes requests without PKCE, and only S256 with it.
 */
export function readAuthorizeRequest(query: URLSearchParams, clients: readonly PublicClient[]): AuthorizeReading {
  const client = clients.find(({ clientId }) => clientId === query.get('client_id'));
  if (client === undefined) return { kind: 'unanswerable', because: 'unknown client' };
  const redirectUri = query.get('redirect_uri') ?? '';
  if (!client.redirectUris.includes(redirectUri)) return { kind: 'unanswerable', because: 'redirect_mismatch' };

  const state = query.get('state') ?? undefined;
  const refused = (error: string, description: string): AuthorizeReading => ({
    kind: 'refused',
    location: withParameters(redirectUri, { error, error_description: description, state }),
  });
  const challenge = query.get('code_challenge') ?? undefined;
  const scopes = query.get('scope')?.split(' ').filter(Boolean) ?? client.scopes;

  if (query.get('response_type') === 'token')
    return refused('unauthorized_client', 'this client is given codes, not tokens');
  if (query.get('response_type') !== 'code') return refused('invalid_request', 'response_type must be code');
  if (!scopes.every((scope) => client.scopes.includes(scope)))
    return refused('invalid_scope', 'a scope is asked for that the client does not have');
  if (challenge === undefined ? query.has('code_challenge_method') : !isChallenge(challenge, query))
    return refused('invalid_request', 'code_challenge must be 43 characters, by code_challenge_method S256');

  const nonce = query.get('nonce') ?? undefined;
  return {
    kind: 'request',
    request: {
      client,
      redirectUri,
      scopes,
      ...(state === undefined ? {} : { state }),
      ...(nonce === undefined ? {} : { nonce }),
      ...(challenge === undefined ? {} : { codeChallenge: challenge }),
    },
  };
}

/** An address with these in its query; those that are undefined are left out. */
export function withParameters(address: string, parameters: Readonly<Record<string, string | undefined>>): string {
  const url = new URL(address);
  for (const [name, value] of Object.entries(parameters)) if (value !== undefined) url.searchParams.set(name, value);
  return url.href;
}

function isChallenge(challenge: string, query: URLSearchParams): boolean {
  return query.get('code_challenge_method') === 'S256' && challengePattern.test(challenge);
}
