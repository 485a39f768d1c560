import { createRemoteJWKSet, jwtVerify, type JWTPayload } from 'jose';
import type { Clock } from '../../../shared/ports/clock.ts';
import type { Route } from './route.ts';

export interface AuthorizerSettings {
  /** URL of the token issuer; its keys are fetched from `/.well-known/jwks.json` below it. */
  readonly issuer: string;
  /** Accepted in `aud`, or in `client_id` when a token has no `aud`. */
  readonly audience: readonly string[];
}

/** What a function sees in requestContext.authorizer.jwt. */
export interface JwtAuthorization {
  readonly claims: Readonly<Record<string, string>>;
  /** Those of the token; null when the route asks for none. */
  readonly scopes: readonly string[] | null;
}

export type Authorization =
  | { readonly kind: 'open' }
  | { readonly kind: 'granted'; readonly jwt: JwtAuthorization }
  | { readonly kind: 'unauthorized' | 'forbidden'; readonly wwwAuthenticate: string };

const keyFetchMilliseconds = 1500;

/** Decides who may use a route as the JWT authoriser of an HTTP API does: RS256 only (Amazon API Gateway developer guide, http-api-jwt-authorizer). */
export function jwtAuthorizer(
  settings: AuthorizerSettings,
  clock: Clock,
): (route: Route, header: string | undefined) => Promise<Authorization> {
  const keys = createRemoteJWKSet(new URL(`${settings.issuer}/.well-known/jwks.json`), {
    timeoutDuration: keyFetchMilliseconds,
  });

  const verify = async (token: string): Promise<JWTPayload | undefined> => {
    try {
      const { payload } = await jwtVerify(token, keys, {
        issuer: settings.issuer,
        algorithms: ['RS256'],
        requiredClaims: ['exp'],
        currentDate: new Date(clock.now()),
      });
      const audience = payload.aud ?? payload['client_id'];
      return [audience].flat().some((each) => typeof each === 'string' && settings.audience.includes(each))
        ? payload
        : undefined;
    } catch {
      // A token that is no good and keys that cannot be had come to the same: nobody is let in.
      return undefined;
    }
  };

  return async (route, header) => {
    if (route.authorization === 'NONE') return { kind: 'open' };
    const [, token] = /^Bearer +(\S+)$/iu.exec(header ?? '') ?? [];
    if (token === undefined) return { kind: 'unauthorized', wwwAuthenticate: 'Bearer' };
    const payload = await verify(token);
    if (payload === undefined) return { kind: 'unauthorized', wwwAuthenticate: 'Bearer error="invalid_token"' };
    const needed = route.scopes ?? [];
    const held = scopesOf(payload);
    if (needed.length > 0 && !needed.some((scope) => held.includes(scope))) {
      return { kind: 'forbidden', wwwAuthenticate: `Bearer scope="${needed.join(' ')}" error="insufficient_scope"` };
    }
    return { kind: 'granted', jwt: { claims: claimsOf(payload), scopes: needed.length > 0 ? held : null } };
  };
}

function scopesOf(payload: JWTPayload): string[] {
  const scope = payload['scope'] ?? payload['scp'];
  return [scope].flat().flatMap((each) => (typeof each === 'string' ? each.split(' ').filter(Boolean) : []));
}

/** Claims reach a function as strings, lists in brackets. */
function claimsOf(payload: JWTPayload): Record<string, string> {
  const text = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));
  return Object.fromEntries(
    Object.entries(payload).map(([name, value]) => [
      name,
      Array.isArray(value) ? `[${value.map(text).join(' ')}]` : text(value),
    ]),
  );
}
