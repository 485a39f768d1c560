import type { IncomingMessage, ServerResponse } from 'node:http';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import type { Clock } from '../../../shared/ports/clock.ts';
import type { Ids } from '../../../shared/ports/ids.ts';
import { serveOnLoopback } from '../http/serve-on-loopback.ts';
import { readBody } from '../http/read-body.ts';

/** A machine that may ask for tokens, such as a contact centre's CRM. */
export interface RegisteredClient {
  readonly clientId: string;
  readonly clientSecret: string;
  /** What it may ask for; all of it when it does not say. */
  readonly scopes: readonly string[];
}

export interface TokenIssuer {
  /** The `iss` of its tokens and the base of `/.well-known/jwks.json`. */
  readonly issuer: string;
  /** `POST` with Basic credentials and `grant_type=client_credentials`. */
  readonly tokenEndpoint: string;
  close(): Promise<void>;
}

/** An hour, as Amazon Cognito gives access tokens unless told otherwise. */
const defaultTokenSeconds = 3600;
const maximumFormBytes = 10_000;

/**
 * Issues access tokens for the client credentials grant as an Amazon Cognito user pool does
 * (Amazon Cognito developer guide, token-endpoint; RFC 6749 §4.4 and §5.2). RS256, with a key pair of its own for each start.
 */
export async function startTokenIssuer(options: {
  readonly clients: readonly RegisteredClient[];
  readonly clock: Clock;
  readonly ids: Ids;
  /** How long a token is good for, in seconds. Default: 3600. */
  readonly tokenSeconds?: number;
}): Promise<TokenIssuer> {
  const { clients, clock, ids, tokenSeconds = defaultTokenSeconds } = options;
  const { privateKey, publicKey } = await generateKeyPair('RS256');
  const keyId = ids.uuid();
  const keys = [{ ...(await exportJWK(publicKey)), kid: keyId, alg: 'RS256', use: 'sig' }];

  const server = await serveOnLoopback(async (request, response) => {
    if (request.method === 'GET' && request.url === '/.well-known/jwks.json') return answer(response, 200, { keys });
    if (request.method === 'POST' && request.url === '/oauth2/token') return token(request, response);
    return answer(response, 404, { error: 'not_found' });
  });
  const issuer = server.endpoint;

  async function token(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const form = new URLSearchParams((await readBody(request, maximumFormBytes))?.toString() ?? '');
    const client = clientOf(request.headers.authorization, clients);
    if (client === undefined) return answer(response, 400, { error: 'invalid_client' });
    if (form.get('grant_type') !== 'client_credentials')
      return answer(response, 400, { error: 'unsupported_grant_type' });
    const scopes = form.get('scope')?.split(' ').filter(Boolean) ?? client.scopes;
    if (!scopes.every((scope) => client.scopes.includes(scope)))
      return answer(response, 400, { error: 'invalid_scope' });
    return answer(response, 200, {
      access_token: await sign(client, scopes),
      expires_in: tokenSeconds,
      token_type: 'Bearer',
    });
  }

  async function sign({ clientId }: RegisteredClient, scopes: readonly string[]): Promise<string> {
    const issuedAt = Math.floor(clock.now() / 1000);
    // No `aud`: Cognito's access tokens name the client in `client_id` only.
    return new SignJWT({
      token_use: 'access',
      scope: scopes.join(' '),
      auth_time: issuedAt,
      version: 2,
      client_id: clientId,
    })
      .setProtectedHeader({ alg: 'RS256', kid: keyId })
      .setIssuer(issuer)
      .setSubject(clientId)
      .setJti(ids.uuid())
      .setIssuedAt(issuedAt)
      .setExpirationTime(issuedAt + tokenSeconds)
      .sign(privateKey);
  }

  return { issuer, tokenEndpoint: `${issuer}/oauth2/token`, close: async () => server.close() };
}

function clientOf(
  authorization: string | undefined,
  clients: readonly RegisteredClient[],
): RegisteredClient | undefined {
  const [, encoded] = /^Basic ([\w+/=-]+)$/iu.exec(authorization ?? '') ?? [];
  if (encoded === undefined) return undefined;
  const credentials = Buffer.from(encoded, 'base64').toString();
  return clients.find(({ clientId, clientSecret }) => credentials === `${clientId}:${clientSecret}`);
}

function answer(response: ServerResponse, statusCode: number, body: unknown): void {
  response
    .writeHead(statusCode, { 'content-type': 'application/json', 'cache-control': 'no-store' })
    .end(JSON.stringify(body));
}
