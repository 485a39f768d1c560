import {
  lwaCredentialsSchema,
  lwaErrorSchema,
  lwaOrigin,
  lwaTokenPath,
  lwaTokenSchema,
  type LwaCredentials,
} from '../../contracts/login-with-amazon.ts';
import type { EpochMs } from '../../domain/time.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Secrets } from '../../ports/secrets.ts';
import { httpAnswer, jsonOf } from './http-answer.ts';

export type AccessToken =
  | { readonly kind: 'given'; readonly token: string }
  /** The credentials are wrong, or have been taken back: the operator's to mend. */
  | { readonly kind: 'refused'; readonly code: string }
  | { readonly kind: 'unavailable' };

/** Tokens of one security profile. */
export interface AccessTokens {
  /** The token at hand, or a new one. Never rejects. */
  token(signal: AbortSignal): Promise<AccessToken>;
  /** Somebody has refused the token at hand: the next one is to be a new one. */
  drop(token: string): void;
}

export interface LwaAccessTokensOptions {
  readonly secrets: Secrets;
  /** Name or ARN of the secret: JSON with `clientId`, `clientSecret` and `refreshToken`. */
  readonly secret: string;
  readonly clock: Clock;
  /** An origin; Login with Amazon's own by default. */
  readonly origin?: string;
}

/** Long enough for everything that is done with a token once it is at hand. */
const spareMs = 60_000;

interface KeptToken {
  readonly token: string;
  readonly until: number;
}

/** Access tokens of Login with Amazon for a refresh token (RFC 6749 section 6): one is kept until a minute before its end. */
export function lwaAccessTokens({ secrets, secret, clock, origin = lwaOrigin }: LwaAccessTokensOptions): AccessTokens {
  let kept: KeptToken | undefined;

  return {
    async token(signal) {
      const now = clock.now();
      if (kept !== undefined && now < kept.until) return { kind: 'given', token: kept.token };
      try {
        const credentials = credentialsOf(await secrets.read(secret, { signal }));
        if (credentials === undefined) return { kind: 'refused', code: 'LwaSecretInvalid' };
        const { result, keep } = await newToken(credentials, { origin, signal, now });
        kept = keep;
        return result;
      } catch {
        return { kind: 'unavailable' };
      }
    },

    drop(token) {
      if (kept?.token === token) kept = undefined;
    },
  };
}

async function newToken(
  { clientId, clientSecret, refreshToken }: LwaCredentials,
  { origin, signal, now }: { readonly origin: string; readonly signal: AbortSignal; readonly now: EpochMs },
): Promise<{ readonly result: AccessToken; readonly keep?: KeptToken }> {
  const answer = await httpAnswer(`${origin}${lwaTokenPath}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({
      grant_type: 'refresh_token',
      refresh_token: refreshToken,
      client_id: clientId,
      client_secret: clientSecret,
    }).toString(),
    signal,
  });
  const { status } = answer;
  if (status === 200) {
    const read = lwaTokenSchema.safeParse(jsonOf(answer));
    if (!read.success) return { result: { kind: 'unavailable' } };
    const { access_token: token, expires_in: seconds } = read.data;
    return { result: { kind: 'given', token }, keep: { token, until: now + seconds * 1000 - spareMs } };
  }
  if (status < 400 || status >= 500 || status === 429) return { result: { kind: 'unavailable' } };
  const code = lwaErrorSchema.safeParse(jsonOf(answer)).data?.error ?? '';
  return { result: { kind: 'refused', code: /^[a-z_]{1,40}$/.test(code) ? `Lwa.${code}` : `LwaHttp${status}` } };
}

function credentialsOf(text: string): LwaCredentials | undefined {
  return lwaCredentialsSchema.safeParse(jsonOf({ status: 200, body: text })).data;
}
