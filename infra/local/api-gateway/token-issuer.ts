import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Clock } from '../../../shared/ports/clock.ts';
import type { Ids } from '../../../shared/ports/ids.ts';
import { serveOnLoopback } from '../http/serve-on-loopback.ts';
import { readBody } from '../http/read-body.ts';
import { foreignHost, isOwnHost } from './own-host.ts';
import { readAuthorizeRequest, withParameters, type AuthorizeReading } from './sign-in/authorize-request.ts';
import { discovery } from './sign-in/discovery.ts';
import { Grants } from './sign-in/grants.ts';
import type { KnownPerson, Person } from './sign-in/person.ts';
import type { PublicClient } from './sign-in/public-client.ts';
import type { RegisteredClient } from './sign-in/registered-client.ts';
import { problemPage, signInPage, type IssuerPage } from './sign-in/sign-in-page.ts';
import { answerTokenRequest } from './sign-in/token-requests.ts';
import { tokenSigner } from './sign-in/token-signer.ts';

export type { RegisteredClient } from './sign-in/registered-client.ts';

export interface TokenIssuerOptions {
  readonly clients: readonly RegisteredClient[];
  /** Who may sign in, without a password. Default: nobody. */
  readonly people?: readonly Person[];
  readonly clock: Clock;
  readonly ids: Ids;
  /** How long a token is good for, in seconds. Default: 3600. */
  readonly tokenSeconds?: number;
}

export interface TokenIssuer {
  /** The `iss` of its tokens and the base of `/.well-known/jwks.json`. */
  readonly issuer: string;
  /** Client credentials, codes and refresh tokens are exchanged here. */
  readonly tokenEndpoint: string;
  /** Where people sign in. */
  readonly authorizationEndpoint: string;
  readonly logoutEndpoint: string;
  /** Lets people sign in to one application more. */
  register(client: PublicClient): void;
  close(): Promise<void>;
}

/** An hour, as Amazon Cognito gives access tokens unless told otherwise. */
const defaultTokenSeconds = 3600;
const maximumFormBytes = 10_000;
/** What the issuer says of itself is anybody's. */
const anyOrigin = { 'access-control-allow-origin': '*' };
const tokenPaths = ['/oauth2/token', '/oauth2/revoke'];
/** Without `authorization`: client credentials are for machines, not for pages. */
const preflight = {
  'access-control-allow-methods': 'GET, POST, OPTIONS',
  'access-control-allow-headers': 'content-type',
  'access-control-max-age': '600',
};

/**
 * Issues tokens as an Amazon Cognito user pool does: to machines by client credentials, to people by its managed login with a code and
 * PKCE (Amazon Cognito developer guide, cognito-userpools-server-contract-reference; RFC 6749, RFC 7636). There are no sessions of the
 * browser: whoever is sent here chooses again who they are.
 */
export async function startTokenIssuer(options: TokenIssuerOptions): Promise<TokenIssuer> {
  const { clients, clock, ids, tokenSeconds = defaultTokenSeconds } = options;
  const people: readonly KnownPerson[] = (options.people ?? []).map((person) => ({ ...person, sub: ids.uuid() }));
  const publicClients: PublicClient[] = [];
  const grants = new Grants(clock, ids);
  const signer = await tokenSigner({ clock, ids, tokenSeconds });

  const server = await serveOnLoopback(async (request, response) => {
    // Else a page of elsewhere could choose a person and read the code.
    if (!isOwnHost(request)) return answer(response, 403, { error: 'access_denied', error_description: foreignHost });
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://issuer.invalid');
    for (const [name, value] of Object.entries(whoMayAsk(pathname, request.headers.origin, publicClients)))
      response.setHeader(name, value);
    if (request.method === 'OPTIONS') return void response.writeHead(204, preflight).end();
    switch (`${request.method} ${pathname}`) {
      case 'GET /.well-known/jwks.json':
        return answer(response, 200, { keys: signer.keys });
      case 'GET /.well-known/openid-configuration':
        return answer(response, 200, discovery(issuer));
      case 'GET /oauth2/authorize':
        return authorize(readAuthorizeRequest(searchParams, publicClients), response);
      case 'POST /oauth2/authorize':
        return signIn(readAuthorizeRequest(searchParams, publicClients), await formOf(request), response);
      case 'POST /oauth2/token':
        return token(await formOf(request), request.headers.authorization, response);
      case 'POST /oauth2/revoke':
        return revoke(await formOf(request), response);
      case 'GET /logout':
        return logOut(searchParams, response);
      default:
        return answer(response, 404, { error: 'not_found' });
    }
  });
  const issuer = server.endpoint;

  function authorize(reading: AuthorizeReading, response: ServerResponse): void {
    if (reading.kind === 'request') show(response, 200, signInPage(people));
    else deny(reading, response);
  }

  function signIn(reading: AuthorizeReading, form: URLSearchParams, response: ServerResponse): void {
    if (reading.kind !== 'request') return deny(reading, response);
    const person = people.find(({ id }) => id === form.get('person'));
    if (person === undefined) return show(response, 400, signInPage(people));
    const { request } = reading;
    const code = grants.code(person, request);
    redirect(response, withParameters(request.redirectUri, { code, state: request.state }));
  }

  async function token(
    form: URLSearchParams,
    authorization: string | undefined,
    response: ServerResponse,
  ): Promise<void> {
    const parts = { issuer, tokenSeconds, clients, publicClients, grants, signer };
    const answered = await answerTokenRequest(form, authorization, parts);
    if (answered.kind === 'tokens') answer(response, 200, answered.body);
    else answer(response, 400, { error: answered.error });
  }

  /** Amazon Cognito developer guide, revocation-endpoint: refresh tokens only; access tokens are good until they expire. */
  function revoke(form: URLSearchParams, response: ServerResponse): void {
    const { clientId } = publicClients.find((client) => client.clientId === form.get('client_id')) ?? {};
    const refreshToken = form.get('token');
    if (clientId === undefined) return answer(response, 400, { error: 'invalid_client' });
    if (refreshToken === null) return answer(response, 400, { error: 'invalid_request' });
    if (refreshToken.split('.').length === 3) return answer(response, 400, { error: 'unsupported_token_type' });
    grants.revoke(refreshToken, clientId);
    response.writeHead(200).end();
  }

  /** Same guide, logout-endpoint. */
  function logOut(query: URLSearchParams, response: ServerResponse): void {
    const client = publicClients.find(({ clientId }) => clientId === query.get('client_id'));
    const logoutUri = query.get('logout_uri') ?? '';
    if (client?.logoutUris.includes(logoutUri) === true) redirect(response, logoutUri);
    else show(response, 400, problemPage('The address to go to after signing out is not registered.', wayForward));
  }

  return {
    issuer,
    tokenEndpoint: `${issuer}/oauth2/token`,
    authorizationEndpoint: `${issuer}/oauth2/authorize`,
    logoutEndpoint: `${issuer}/logout`,
    register: (client) => void publicClients.push(client),
    close: async () => server.close(),
  };
}

const wayForward = 'Open the console at the address that the local cloud has printed.';

function deny(reading: Exclude<AuthorizeReading, { kind: 'request' }>, response: ServerResponse): void {
  if (reading.kind === 'refused') return redirect(response, reading.location);
  const what =
    reading.because === 'unknown client'
      ? 'No application of that client_id is known here.'
      : 'The redirect_uri is not registered for this application (redirect_mismatch).';
  show(response, 400, problemPage(what, wayForward));
}

/** For tokens, only pages that people are sent back to with a code. */
function whoMayAsk(
  path: string,
  origin: string | undefined,
  clients: readonly PublicClient[],
): Readonly<Record<string, string>> {
  if (path.startsWith('/.well-known/')) return anyOrigin;
  if (!tokenPaths.includes(path)) return {};
  const isRegistered = clients.some(({ redirectUris }) => redirectUris.some((uri) => new URL(uri).origin === origin));
  return { vary: 'origin', ...(origin !== undefined && isRegistered ? { 'access-control-allow-origin': origin } : {}) };
}

async function formOf(request: IncomingMessage): Promise<URLSearchParams> {
  return new URLSearchParams((await readBody(request, maximumFormBytes))?.toString() ?? '');
}

function redirect(response: ServerResponse, location: string): void {
  // After a form the next request is a GET (RFC 9110 §15.4.4).
  response.writeHead(303, { location, 'cache-control': 'no-store' }).end();
}

function show(response: ServerResponse, statusCode: number, { html, headers }: IssuerPage): void {
  response.writeHead(statusCode, headers).end(html);
}

function answer(response: ServerResponse, statusCode: number, body: unknown): void {
  response
    .writeHead(statusCode, { 'content-type': 'application/json', 'cache-control': 'no-store' })
    .end(JSON.stringify(body));
}
