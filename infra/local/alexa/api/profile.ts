import type { AlexaAccount } from './account.ts';
import type { ApiAnswer, Endpoint } from './endpoint.ts';

const fields = ['name', 'givenName', 'email', 'mobileNumber'] as const;
const prefix = '/v2/accounts/~current/settings/Profile.';

/** The customer's contact details, one at a time (Alexa Skills Kit documentation, request-customer-contact-information-for-use-in-your-skill). */
export function profileEndpoint(account: AlexaAccount): Endpoint {
  return {
    name: 'profile',
    failure,
    owns: (path) => path.startsWith(prefix),
    answer({ method, path, grant }) {
      const field = fields.find((known) => path === prefix + known);
      if (field === undefined) return error(404, 'INVALID_URI', 'There is no such setting');
      if (method !== 'GET') return error(405, 'INVALID_URI', 'Settings are read with GET');
      if (grant === undefined) return failure(401);
      if (!grant.allows(field)) return failure(403);
      const value = account.customer[field];
      return value === undefined ? { status: 204 } : { status: 200, body: value };
    },
  };
}

function failure(status: number): ApiAnswer {
  switch (status) {
    case 204:
      return { status };
    case 401:
      return error(status, 'INVALID_TOKEN', 'The authentication token is missing, malformed or expired');
    case 403:
      return error(status, 'ACCESS_DENIED', 'Access denied with reason: ACCESS_NOT_REQUESTED');
    case 429:
      return error(status, 'THROTTLED', 'Too many requests');
    default:
      return error(status, 'UNKNOWN_ERROR', 'The request failed');
  }
}

function error(status: number, code: string, message: string): ApiAnswer {
  return { status, body: { code, message } };
}
