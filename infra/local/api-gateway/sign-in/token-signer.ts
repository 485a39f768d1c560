import { createHash } from 'node:crypto';
import { exportJWK, generateKeyPair, SignJWT, type JWK } from 'jose';
import type { Clock } from '../../../../shared/ports/clock.ts';
import type { Ids } from '../../../../shared/ports/ids.ts';
import type { SignIn } from './grants.ts';

export interface SignerOptions {
  readonly clock: Clock;
  readonly ids: Ids;
  /** How long a token is good for, in seconds. */
  readonly tokenSeconds: number;
}

/** Signs tokens with a key pair of its own: RS256, as Amazon Cognito does (developer guide, using-tokens-with-identity-providers). */
export interface TokenSigner {
  /** For /.well-known/jwks.json. */
  readonly keys: readonly JWK[];
  accessTokenOfClient(issuer: string, clientId: string, scopes: readonly string[]): Promise<string>;
  /** `scopes`: those of the sign-in that the person's groups have. */
  accessTokenOfPerson(issuer: string, signIn: SignIn, scopes: readonly string[]): Promise<string>;
  idToken(issuer: string, signIn: SignIn, accessToken: string): Promise<string>;
}

export async function tokenSigner({ clock, ids, tokenSeconds }: SignerOptions): Promise<TokenSigner> {
  const { privateKey, publicKey } = await generateKeyPair('RS256');
  const kid = ids.uuid();

  async function sign(issuer: string, subject: string, claims: Readonly<Record<string, unknown>>): Promise<string> {
    const issuedAt = Math.floor(clock.now() / 1000);
    return new SignJWT({ auth_time: issuedAt, ...claims })
      .setProtectedHeader({ alg: 'RS256', kid })
      .setIssuer(issuer)
      .setSubject(subject)
      .setJti(ids.uuid())
      .setIssuedAt(issuedAt)
      .setExpirationTime(issuedAt + tokenSeconds)
      .sign(privateKey);
  }

  return {
    keys: [{ ...(await exportJWK(publicKey)), kid, alg: 'RS256', use: 'sig' }],
    // No `aud` in either access token: Cognito's name the client in `client_id` only.
    accessTokenOfClient: (issuer, clientId, scopes) =>
      sign(issuer, clientId, { token_use: 'access', scope: scopes.join(' '), version: 2, client_id: clientId }),
    accessTokenOfPerson: (issuer, { person, clientId, at, origin }, scopes) =>
      sign(issuer, person.sub, {
        ...groupsOf(person.groups),
        token_use: 'access',
        scope: scopes.join(' '),
        version: 2,
        client_id: clientId,
        username: person.id,
        // On AWS a trigger of the user pool adds it.
        email: person.email,
        auth_time: at,
        origin_jti: origin,
      }),
    idToken: (issuer, { person, clientId, nonce, at, origin }, accessToken) =>
      sign(issuer, person.sub, {
        ...groupsOf(person.groups),
        token_use: 'id',
        aud: clientId,
        'cognito:username': person.id,
        name: person.name,
        email: person.email,
        email_verified: true,
        at_hash: halfHash(accessToken),
        auth_time: at,
        origin_jti: origin,
        ...(nonce === undefined ? {} : { nonce }),
      }),
  };
}

/** Who is in no group has no claim of groups. */
function groupsOf(groups: readonly string[]): Readonly<Record<string, unknown>> {
  return groups.length === 0 ? {} : { 'cognito:groups': groups };
}

/** OpenID Connect Core 1.0 §3.1.3.6. */
function halfHash(token: string): string {
  return createHash('sha256').update(token).digest().subarray(0, 16).toString('base64url');
}
