import { httpsProblem } from './https-url.ts';

/** Where customers sign in to link their account: an OAuth 2.0 server, by authorization code (RFC 6749, 4.1). */
export interface AccountLinking {
  readonly authorizationUrl: string;
  readonly accessTokenUrl: string;
  readonly clientId: string;
  readonly scopes: readonly string[];
}

export type AccountLinkingReading =
  | { readonly kind: 'read'; readonly accountLinking: AccountLinking }
  | { readonly kind: 'absent' }
  | { readonly kind: 'wrong'; readonly problems: readonly string[] };

interface Given {
  readonly authorizationUrl: string | undefined;
  readonly accessTokenUrl: string | undefined;
  readonly clientId: string | undefined;
  /** Separated by blanks. */
  readonly scopes: string | undefined;
}

/** All of it, or none. */
export function accountLinkingOf({ authorizationUrl, accessTokenUrl, clientId, scopes }: Given): AccountLinkingReading {
  if ([authorizationUrl, accessTokenUrl, clientId, scopes].every((value) => value === undefined))
    return { kind: 'absent' };
  if (!authorizationUrl || !accessTokenUrl || !clientId)
    return {
      kind: 'wrong',
      problems: [
        'account linking takes --linking-authorization-url, --linking-token-url and --linking-client-id, all three',
      ],
    };
  const problems = Object.entries({
    '--linking-authorization-url': authorizationUrl,
    '--linking-token-url': accessTokenUrl,
  }).flatMap(([option, url]) => {
    const problem = httpsProblem(url);
    return problem === undefined ? [] : [`${option} ${problem}`];
  });
  if (problems.length > 0) return { kind: 'wrong', problems };
  const list = (scopes ?? '').split(/\s+/).filter((scope) => scope !== '');
  return { kind: 'read', accountLinking: { authorizationUrl, accessTokenUrl, clientId, scopes: list } };
}

/**
 * The body of `ask smapi update-account-linking-info` (Alexa Skills Kit documentation, account-linking-schemas), without
 * `clientSecret`: that is added when it is sent, and kept nowhere. Customers may use the skill without linking.
 */
export function accountLinkingRequest({ authorizationUrl, accessTokenUrl, clientId, scopes }: AccountLinking): object {
  return {
    accountLinkingRequest: {
      type: 'AUTH_CODE',
      authorizationUrl,
      accessTokenUrl,
      accessTokenScheme: 'HTTP_BASIC',
      clientId,
      scopes,
      domains: [],
      skipOnEnablement: true,
    },
  };
}
