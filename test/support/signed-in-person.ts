import type { LocalCloud } from '../../infra/local/cloud/local-cloud.ts';

/** What a person of the local cloud may ask of the console API, once signed in. */
export interface SignedInPerson {
  ask(
    path: string,
    request?: {
      readonly method?: string;
      readonly body?: unknown;
      readonly headers?: Readonly<Record<string, string>>;
    },
  ): Promise<Response>;
}

const redirectUri = 'http://localhost/signed-in';
const timeoutMs = 10_000;

/** Signs somebody in as the web application does: "olivia", "andy", "vera" or "nobody". */
export async function signIn(cloud: LocalCloud, person: string, scopes: readonly string[]): Promise<SignedInPerson> {
  const { issuer } = cloud.signIn;
  const client = { clientId: 'console', redirectUris: [redirectUri], logoutUris: [], scopes: ['openid', ...scopes] };
  issuer.register(client);
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: client.clientId,
    redirect_uri: redirectUri,
    scope: client.scopes.join(' '),
  });
  const signedIn = await fetch(`${issuer.authorizationEndpoint}?${query.toString()}`, {
    method: 'POST',
    body: new URLSearchParams({ person }),
    redirect: 'manual',
    signal: AbortSignal.timeout(timeoutMs),
  });
  const code = new URL(signedIn.headers.get('location') ?? '').searchParams.get('code') ?? '';
  const answered = await fetch(issuer.tokenEndpoint, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'authorization_code',
      client_id: client.clientId,
      redirect_uri: redirectUri,
      code,
    }),
    signal: AbortSignal.timeout(timeoutMs),
  });
  const { access_token: token } = (await answered.json()) as { access_token: string };
  return {
    ask: (path, { method = 'GET', body, headers = {} } = {}) =>
      fetch(new URL(path, cloud.consoleApi), {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: body instanceof Uint8Array ? body : JSON.stringify(body) }),
        signal: AbortSignal.timeout(timeoutMs),
      }),
  };
}
