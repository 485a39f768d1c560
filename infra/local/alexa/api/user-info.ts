import type { AlexaAccount, LinkedAccount } from './account.ts';
import type { ApiAnswer, Endpoint } from './endpoint.ts';

/** Where the provider of linked accounts has its endpoints, on the server that skills call. */
export const openIdPath = '/openid';
const path = `${openIdPath}/userinfo`;

/**
 * UserInfo of the business whose accounts are linked (OpenID Connect Core 1.0 §5.3). It is no part of Alexa: her tokens are not
 * known here. Errors are told in WWW-Authenticate (RFC 6750 §3), without a body.
 */
export function userInfoEndpoint(account: Pick<AlexaAccount, 'linked' | 'people'>): Endpoint {
  return {
    name: 'userInfo',
    failure,
    owns: (candidate) => candidate === path,
    answer({ method, bearer }) {
      if (method !== 'GET' && method !== 'POST') return { status: 405, headers: { Allow: 'GET, POST' } };
      // RFC 6750 §3.1: a request that does not authenticate at all is not told an error.
      if (bearer === undefined) return { status: 401, headers: { 'WWW-Authenticate': 'Bearer' } };
      const claims = claimsOf(bearer, account);
      return claims === undefined ? failure(401) : { status: 200, body: claims };
    },
  };
}

function claimsOf(
  token: string,
  { linked, people = [] }: Pick<AlexaAccount, 'linked' | 'people'>,
): LinkedAccount['claims'] | undefined {
  if (linked?.accessToken === token) return linked.claims;
  const person = people.find(({ accessToken }) => accessToken === token);
  return person === undefined ? undefined : { sub: person.personId, name: person.name, ...person.claims };
}

function failure(status: number): ApiAnswer {
  const error = bearerErrors.get(status);
  return error === undefined ? { status } : { status, headers: { 'WWW-Authenticate': `Bearer error="${error}"` } };
}

const bearerErrors: ReadonlyMap<number, string> = new Map([
  [400, 'invalid_request'],
  [401, 'invalid_token'],
  [403, 'insufficient_scope'],
]);
