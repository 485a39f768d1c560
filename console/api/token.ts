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

/** Whose credentials asked: the client's id, else the subject's. */
export function askerOf(event: ConsoleEvent): string {
  const claims = jwtOf(event)?.claims;
  const asker = claims?.['client_id'] ?? claims?.['sub'];
  return typeof asker === 'string' && asker !== '' ? asker : 'unidentified';
}

function jwtOf({ requestContext }: ConsoleEvent): Jwt {
  return (requestContext.authorizer as ConsoleEvent['requestContext']['authorizer'] | undefined)?.jwt;
}
