import { createHash } from 'node:crypto';
import type { Clock } from '../../../../shared/ports/clock.ts';
import type { Ids } from '../../../../shared/ports/ids.ts';
import type { AuthorizeRequest } from './authorize-request.ts';
import type { KnownPerson } from './person.ts';

/** That somebody has signed in, for one client. */
export interface SignIn {
  readonly person: KnownPerson;
  readonly clientId: string;
  readonly scopes: readonly string[];
  readonly nonce?: string;
  /** Seconds since 1970. */
  readonly at: number;
  /** Of all tokens that come of it (`origin_jti`). */
  readonly origin: string;
}

/** Amazon Cognito developer guide, authorization-endpoint: a code is good for five minutes, once. */
const codeMilliseconds = 5 * 60 * 1000;
/** As the console's client on AWS has it. */
const refreshMilliseconds = 12 * 60 * 60 * 1000;

interface Kept<Value> {
  readonly value: Value;
  /** Milliseconds since 1970. */
  readonly until: number;
}

/** Codes and refresh tokens that are still good. They are drawn by lot, and say nothing. */
export class Grants {
  readonly #clock: Clock;
  readonly #ids: Ids;
  readonly #codes = new Map<string, Kept<{ readonly signIn: SignIn; readonly request: AuthorizeRequest }>>();
  readonly #refreshTokens = new Map<string, Kept<SignIn>>();

  constructor(clock: Clock, ids: Ids) {
    this.#clock = clock;
    this.#ids = ids;
  }

  /** A code for somebody who has signed in. */
  code(person: KnownPerson, request: AuthorizeRequest): string {
    const now = this.#clock.now();
    const { client, scopes, nonce } = request;
    const signIn = {
      person,
      clientId: client.clientId,
      scopes,
      ...(nonce === undefined ? {} : { nonce }),
      at: Math.floor(now / 1000),
      origin: this.#ids.uuid(),
    };
    return this.#keep(this.#codes, { signIn, request }, codeMilliseconds);
  }

  /** What a code stands for. It is used up by it, whether or not it was the right one to ask. Undefined: `invalid_grant`. */
  redeem(
    code: string,
    by: { readonly clientId: string; readonly redirectUri: string; readonly codeVerifier: string | undefined },
  ): SignIn | undefined {
    const found = this.#good(this.#codes, code);
    this.#codes.delete(code);
    if (found === undefined) return undefined;
    const { signIn, request } = found;
    if (signIn.clientId !== by.clientId || request.redirectUri !== by.redirectUri) return undefined;
    return isVerified(request.codeChallenge, by.codeVerifier) ? signIn : undefined;
  }

  refreshToken(signIn: SignIn): string {
    return this.#keep(this.#refreshTokens, signIn, refreshMilliseconds);
  }

  /** Whom a refresh token stands for. It goes on being good: Cognito gives no new one unless told to rotate them. */
  refresh(token: string, clientId: string): SignIn | undefined {
    const signIn = this.#good(this.#refreshTokens, token);
    return signIn?.clientId === clientId ? signIn : undefined;
  }

  /** Tokens that are not known are revoked already (RFC 7009 §2.2). */
  revoke(token: string, clientId: string): void {
    if (this.#refreshTokens.get(token)?.value.clientId === clientId) this.#refreshTokens.delete(token);
  }

  #keep<Value>(where: Map<string, Kept<Value>>, value: Value, milliseconds: number): string {
    const now = this.#clock.now();
    for (const [key, { until }] of where) if (until <= now) where.delete(key);
    const drawn = Buffer.from(this.#ids.randomBytes(32)).toString('base64url');
    where.set(drawn, { value, until: now + milliseconds });
    return drawn;
  }

  #good<Value>(where: ReadonlyMap<string, Kept<Value>>, key: string): Value | undefined {
    const kept = where.get(key);
    return kept === undefined || kept.until <= this.#clock.now() ? undefined : kept.value;
  }
}

/** RFC 7636 §4.6. A verifier without a challenge has nothing to be held against. */
function isVerified(challenge: string | undefined, verifier: string | undefined): boolean {
  if (challenge === undefined) return true;
  return verifier !== undefined && createHash('sha256').update(verifier).digest('base64url') === challenge;
}
