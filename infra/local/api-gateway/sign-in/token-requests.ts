import { consoleScopes, scopesOfGroups } from '../../../../shared/contracts/console-scopes.ts';
import type { Grants, SignIn } from './grants.ts';
import type { PublicClient } from './public-client.ts';
import type { RegisteredClient } from './registered-client.ts';
import type { TokenSigner } from './token-signer.ts';

export interface TokenRequestParts {
  readonly issuer: string;
  /** In seconds. */
  readonly tokenSeconds: number;
  readonly clients: readonly RegisteredClient[];
  readonly publicClients: readonly PublicClient[];
  readonly grants: Grants;
  readonly signer: TokenSigner;
}

/** Errors of RFC 6749 §5.2, all with status 400 as Amazon Cognito has them (developer guide, token-endpoint). */
export type TokenError =
  | 'invalid_request'
  | 'invalid_client'
  | 'invalid_grant'
  | 'invalid_scope'
  | 'unauthorized_client'
  | 'unsupported_grant_type';

export type TokenAnswer =
  | { readonly kind: 'tokens'; readonly body: Readonly<Record<string, string | number>> }
  | { readonly kind: 'error'; readonly error: TokenError };

/** Answers a request for tokens: for a client itself, for a code, or for a refresh token. */
export async function answerTokenRequest(
  form: URLSearchParams,
  authorization: string | undefined,
  parts: TokenRequestParts,
): Promise<TokenAnswer> {
  const machine = machineOf(authorization, parts.clients);
  const application =
    authorization === undefined
      ? parts.publicClients.find(({ clientId }) => clientId === form.get('client_id'))
      : undefined;
  if (machine === undefined && application === undefined) return failed('invalid_client');
  switch (form.get('grant_type')) {
    case 'client_credentials':
      return machine === undefined ? failed('unauthorized_client') : forMachine(machine, form, parts);
    case 'authorization_code':
      return application === undefined ? failed('unauthorized_client') : forCode(application, form, parts);
    case 'refresh_token':
      return application === undefined ? failed('unauthorized_client') : forRefresh(application, form, parts);
    case null:
      return failed('invalid_request');
    default:
      return failed('unsupported_grant_type');
  }
}

/** RFC 6749 §4.4. */
async function forMachine(
  client: RegisteredClient,
  form: URLSearchParams,
  { issuer, tokenSeconds, signer }: TokenRequestParts,
): Promise<TokenAnswer> {
  const scopes = form.get('scope')?.split(' ').filter(Boolean) ?? client.scopes;
  if (!scopes.every((scope) => client.scopes.includes(scope))) return failed('invalid_scope');
  return {
    kind: 'tokens',
    body: {
      access_token: await signer.accessTokenOfClient(issuer, client.clientId, scopes),
      expires_in: tokenSeconds,
      token_type: 'Bearer',
    },
  };
}

/** RFC 6749 §4.1.3. */
async function forCode(
  { clientId }: PublicClient,
  form: URLSearchParams,
  parts: TokenRequestParts,
): Promise<TokenAnswer> {
  const [code, redirectUri] = [form.get('code'), form.get('redirect_uri')];
  if (code === null || redirectUri === null) return failed('invalid_request');
  const codeVerifier = form.get('code_verifier') ?? undefined;
  const signIn = parts.grants.redeem(code, { clientId, redirectUri, codeVerifier });
  if (signIn === undefined) return failed('invalid_grant');
  return forPerson(signIn, parts, { refresh_token: parts.grants.refreshToken(signIn) });
}

/** RFC 6749 §6. */
async function forRefresh(
  { clientId }: PublicClient,
  form: URLSearchParams,
  parts: TokenRequestParts,
): Promise<TokenAnswer> {
  const token = form.get('refresh_token');
  if (token === null) return failed('invalid_request');
  const signIn = parts.grants.refresh(token, clientId);
  if (signIn === undefined) return failed('invalid_grant');
  // A nonce is of the sign-in, not of what is renewed later (OpenID Connect Core 1.0 §12.2).
  const { nonce: _nonce, ...renewed } = signIn;
  return forPerson(renewed, parts, {});
}

async function forPerson(
  signIn: SignIn,
  { issuer, tokenSeconds, signer }: TokenRequestParts,
  more: Readonly<Record<string, string>>,
): Promise<TokenAnswer> {
  const scopes = scopesGranted(signIn);
  const accessToken = await signer.accessTokenOfPerson(issuer, signIn, scopes);
  return {
    kind: 'tokens',
    body: {
      access_token: accessToken,
      ...(scopes.includes('openid') ? { id_token: await signer.idToken(issuer, signIn, accessToken) } : {}),
      ...more,
      expires_in: tokenSeconds,
      token_type: 'Bearer',
    },
  };
}

/** What was asked for, without what none of the person's groups may: on AWS a trigger of the user pool sees to it. */
function scopesGranted({ person, scopes }: SignIn): readonly string[] {
  const ofConsole: readonly string[] = consoleScopes;
  const granted: readonly string[] = scopesOfGroups(person.groups);
  return scopes.filter((scope) => !ofConsole.includes(scope) || granted.includes(scope));
}

function machineOf(
  authorization: string | undefined,
  clients: readonly RegisteredClient[],
): RegisteredClient | undefined {
  const [, encoded] = /^Basic ([\w+/=-]+)$/iu.exec(authorization ?? '') ?? [];
  if (encoded === undefined) return undefined;
  const credentials = Buffer.from(encoded, 'base64').toString();
  return clients.find(({ clientId, clientSecret }) => credentials === `${clientId}:${clientSecret}`);
}

function failed(error: TokenError): TokenAnswer {
  return { kind: 'error', error };
}
