import type * as OAuth from 'oauth4webapi';
import * as z from 'zod';
import type { ConsoleConfig } from '../../../shared/contracts/console-config.ts';
import { grantOf, type Grant } from './grant.ts';
import type { Renewal } from './token-keeper.ts';

/** What is remembered while somebody is away at the issuer's pages. */
const pendingSchema = z.object({
  verifier: z.string(),
  state: z.string(),
  nonce: z.string(),
  redirectUri: z.string(),
  /** Path of the page that was wanted. */
  returnTo: z.string(),
});
export type PendingSignIn = z.infer<typeof pendingSchema>;

export interface IssuerDoors {
  readonly fetch: typeof fetch;
  readonly now: () => number;
  readonly timeout: (ms: number) => AbortSignal;
}

export type SignInOutcome =
  | { readonly kind: 'signedIn'; readonly grant: Grant }
  /** The person turned back, or the issuer does not want them, or the address is an old one. */
  | { readonly kind: 'refused'; readonly because: string }
  | { readonly kind: 'unreachable'; readonly cause: unknown };

const timeoutMs = 10_000;

/** Loaded when somebody signs in: whoever is signed in does without it. */
const openIdConnect = (): Promise<typeof OAuth> => import('oauth4webapi');

/** Where people sign in: OpenID Connect as Amazon Cognito speaks it (authorization code with PKCE, RFC 7636). */
export class Issuer {
  readonly #config: ConsoleConfig['signIn'];
  readonly #server: OAuth.AuthorizationServer;
  readonly #client: OAuth.Client;
  readonly #doors: IssuerDoors;

  constructor(config: ConsoleConfig['signIn'], doors: IssuerDoors) {
    this.#config = config;
    this.#doors = doors;
    this.#server = {
      issuer: config.issuer,
      authorization_endpoint: config.authorizationEndpoint,
      token_endpoint: config.tokenEndpoint,
    };
    this.#client = { client_id: config.clientId };
  }

  /** The address to go to, and what to remember meanwhile. */
  async begin(place: {
    readonly redirectUri: string;
    readonly returnTo: string;
    readonly statePrefix?: string;
  }): Promise<{ url: string; pending: PendingSignIn }> {
    const { redirectUri, returnTo, statePrefix = '' } = place;
    const oauth = await openIdConnect();
    const pending = {
      redirectUri,
      returnTo,
      verifier: oauth.generateRandomCodeVerifier(),
      state: `${statePrefix}${oauth.generateRandomState()}`,
      nonce: oauth.generateRandomNonce(),
    };
    const url = new URL(this.#config.authorizationEndpoint);
    const query = {
      response_type: 'code',
      client_id: this.#config.clientId,
      redirect_uri: redirectUri,
      scope: this.#config.scopes.join(' '),
      state: pending.state,
      nonce: pending.nonce,
      code_challenge: await oauth.calculatePKCECodeChallenge(pending.verifier),
      code_challenge_method: 'S256',
    };
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value);
    return { url: url.href, pending };
  }

  /** Exchanges the code with which the issuer sent the person back to `address`. */
  async finish(address: string, pending: PendingSignIn): Promise<SignInOutcome> {
    try {
      const oauth = await openIdConnect();
      const parameters = oauth.validateAuthResponse(this.#server, this.#client, new URL(address), pending.state);
      const response = await oauth.authorizationCodeGrantRequest(
        this.#server,
        this.#client,
        oauth.None(),
        parameters,
        pending.redirectUri,
        pending.verifier,
        this.#options(oauth),
      );
      const answer = await oauth.processAuthorizationCodeResponse(this.#server, this.#client, response, {
        expectedNonce: pending.nonce,
        requireIdToken: true,
      });
      return {
        kind: 'signedIn',
        grant: grantOf(answer, oauth.getValidatedIdTokenClaims(answer), this.#doors.now()),
      };
    } catch (cause) {
      return await outcomeOf(cause);
    }
  }

  async renew(grant: Grant): Promise<Renewal> {
    if (grant.refreshToken === undefined) return { kind: 'refused' };
    try {
      const oauth = await openIdConnect();
      const response = await oauth.refreshTokenGrantRequest(
        this.#server,
        this.#client,
        oauth.None(),
        grant.refreshToken,
        this.#options(oauth),
      );
      const answer = await oauth.processRefreshTokenResponse(this.#server, this.#client, response);
      return {
        kind: 'renewed',
        grant: grantOf(answer, oauth.getValidatedIdTokenClaims(answer), this.#doors.now(), grant),
      };
    } catch (cause) {
      const outcome = await outcomeOf(cause);
      return outcome.kind === 'unreachable' ? outcome : { kind: 'refused' };
    }
  }

  /**
   * The refresh token is good for nothing any more (Amazon Cognito developer guide, revocation-endpoint; RFC 7009). It is asked for
   * while the page is left, and nobody waits: where it does not succeed, the token ends when its time is over.
   */
  async revoke({ refreshToken }: Grant): Promise<void> {
    const { tokenEndpoint, clientId } = this.#config;
    const address = tokenEndpoint.replace(/\/token$/, '/revoke');
    if (refreshToken === undefined || address === tokenEndpoint) return;
    try {
      await this.#doors.fetch(address, {
        method: 'POST',
        // There is nothing to read in the answer, so that the issuer need not let this page read it.
        mode: 'no-cors',
        credentials: 'omit',
        keepalive: true,
        body: new URLSearchParams({ token: refreshToken, client_id: clientId }),
        signal: this.#doors.timeout(timeoutMs),
      });
    } catch {
      // As above.
    }
  }

  /** Amazon Cognito developer guide, logout-endpoint. */
  signOutAddress(logoutUri: string): string {
    const url = new URL(this.#config.logoutEndpoint);
    url.searchParams.set('client_id', this.#config.clientId);
    url.searchParams.set('logout_uri', logoutUri);
    return url.href;
  }

  #options(oauth: typeof OAuth): OAuth.TokenEndpointRequestOptions {
    return {
      [oauth.customFetch]: (address, request) => this.#doors.fetch(address, request),
      // On one's own machine there is no TLS; elsewhere there must be.
      [oauth.allowInsecureRequests]: isLoopback(this.#config.tokenEndpoint),
      signal: this.#doors.timeout(timeoutMs),
    };
  }
}

/** @returns undefined for what is no pending sign-in of this release's. */
export function readPending(text: string | null): PendingSignIn | undefined {
  if (text === null) return undefined;
  try {
    return pendingSchema.parse(JSON.parse(text));
  } catch {
    return undefined;
  }
}

function isLoopback(address: string): boolean {
  const { protocol, hostname } = new URL(address);
  return protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
}

async function outcomeOf(cause: unknown): Promise<Exclude<SignInOutcome, { kind: 'signedIn' }>> {
  // Where it could not even be loaded, nothing of the issuer's can have come.
  const oauth = await openIdConnect().catch(() => undefined);
  if (oauth === undefined) return { kind: 'unreachable', cause };
  if (cause instanceof oauth.AuthorizationResponseError) {
    return { kind: 'refused', because: cause.error_description ?? cause.error };
  }
  if (cause instanceof oauth.ResponseBodyError) {
    return cause.status >= 500
      ? { kind: 'unreachable', cause }
      : { kind: 'refused', because: cause.error_description ?? cause.error };
  }
  // An answer that is none of OpenID Connect's: an error page of 5xx, or a token that is not meant for us.
  if (cause instanceof oauth.OperationProcessingError) {
    const status = cause.cause instanceof Response ? cause.cause.status : 0;
    return status >= 500 || status === 429
      ? { kind: 'unreachable', cause }
      : { kind: 'refused', because: cause.message };
  }
  return { kind: 'unreachable', cause };
}
