import type { APIGatewayProxyEventV2WithJWTAuthorizer } from 'aws-lambda';

export type ConsoleEvent = APIGatewayProxyEventV2WithJWTAuthorizer;
/** A route without an authorizer sends none, whatever its type says. */
type Jwt = ConsoleEvent['requestContext']['authorizer']['jwt'] | undefined;

/**
 * Whether the token grants the scope. `scopes` is filled by API Gateway only where the route itself asks for scopes;
 * the claim has them always, separated by blanks (RFC 8693 §4.2).
 */
export function hasScope(event: ConsoleEvent, scope: string): boolean {
  const jwt = jwtOf(event);
  const claimed = jwt?.claims?.['scope'];
  return jwt?.scopes?.includes(scope) === true || (typeof claimed === 'string' && claimed.split(' ').includes(scope));
}

/**
 * Whose credentials asked: the id of a person, the client's of a machine. A person's access token names the client that they signed in
 * at too, and their name, which is nothing to be kept (Amazon Cognito developer guide, amazon-cognito-user-pools-using-the-access-token).
 */
export function askerOf(event: ConsoleEvent): string {
  const claims = jwtOf(event)?.claims;
  const isPerson = claims?.['username'] !== undefined || claims?.['name'] !== undefined;
  const asker = isPerson ? claims['sub'] : (claims?.['client_id'] ?? claims?.['sub']);
  return typeof asker === 'string' && asker !== '' ? asker : 'unidentified';
}

/**
 * Who it was in drafts, versions and the audit, as colleagues know them: a person's e-mail address, which access tokens have from
 * a trigger of the user pool, or the id where there is none. Nothing for logs.
 */
export function authorOf(event: ConsoleEvent): string {
  const email = jwtOf(event)?.claims?.['email'];
  return typeof email === 'string' && email !== '' ? email : askerOf(event);
}

function jwtOf({ requestContext }: ConsoleEvent): Jwt {
  return (requestContext.authorizer as ConsoleEvent['requestContext']['authorizer'] | undefined)?.jwt;
}
