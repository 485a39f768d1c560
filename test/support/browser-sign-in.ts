import * as oauth from 'oauth4webapi';

/** A page that signs somebody in, as the console does in a browser: oauth4webapi is its client. */
export interface SignedIn {
  readonly accessToken: string;
  readonly claims: Readonly<Record<string, unknown>>;
  readonly idClaims: oauth.IDToken;
  readonly refreshToken: string;
}

export interface SignInRequest {
  /** Of the token issuer. */
  readonly issuer: string;
  readonly redirectUri: string;
  readonly clientId?: string;
  readonly scope: string;
  readonly person: string;
}

/** Loopback has no TLS. */
export const loopback = { [oauth.allowInsecureRequests]: true } as const;

export async function discover(issuer: string): Promise<oauth.AuthorizationServer> {
  const url = new URL(issuer);
  return oauth.processDiscoveryResponse(url, await oauth.discoveryRequest(url, loopback));
}

/** The address of the sign-in page. */
export function authorizeUrl(server: oauth.AuthorizationServer, query: Readonly<Record<string, string>>): URL {
  const url = new URL(server.authorization_endpoint!);
  for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
  return url;
}

/** Where a person is sent who chooses to be this one. */
export async function choose(page: URL, person: string): Promise<URL> {
  const answer = await fetch(page, { method: 'POST', body: new URLSearchParams({ person }), redirect: 'manual' });
  return new URL(answer.headers.get('location') ?? 'about:blank');
}

export async function signIn(request: SignInRequest): Promise<SignedIn> {
  const { issuer, redirectUri, clientId = 'console', scope, person } = request;
  const server = await discover(issuer);
  const client = { client_id: clientId };
  const verifier = oauth.generateRandomCodeVerifier();
  const [state, nonce] = [oauth.generateRandomState(), oauth.generateRandomNonce()];
  const page = authorizeUrl(server, {
    response_type: 'code',
    client_id: clientId,
    redirect_uri: redirectUri,
    scope,
    state,
    nonce,
    code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
    code_challenge_method: 'S256',
  });
  const back = oauth.validateAuthResponse(server, client, await choose(page, person), state);
  const answer = await oauth.authorizationCodeGrantRequest(
    server,
    client,
    oauth.None(),
    back,
    redirectUri,
    verifier,
    loopback,
  );
  const tokens = await oauth.processAuthorizationCodeResponse(server, client, answer, {
    expectedNonce: nonce,
    requireIdToken: true,
  });
  return {
    accessToken: tokens.access_token,
    claims: claimsOf(tokens.access_token),
    idClaims: oauth.getValidatedIdTokenClaims(tokens)!,
    refreshToken: tokens.refresh_token!,
  };
}

export function claimsOf(token: string): Record<string, unknown> {
  return JSON.parse(Buffer.from(token.split('.')[1]!, 'base64url').toString()) as Record<string, unknown>;
}
