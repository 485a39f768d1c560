import type { AlexaAccount } from './account.ts';
import type { Endpoint } from './endpoint.ts';
import { settingsError, settingsFailure } from './settings-failure.ts';

const fields = ['name', 'givenName', 'email', 'mobileNumber'] as const;
const prefix = '/v2/accounts/~current/settings/Profile.';

/** The customer's contact details, one at a time (Alexa Skills Kit documentation, request-customer-contact-information-for-use-in-your-skill). */
export function profileEndpoint(account: AlexaAccount): Endpoint {
  return {
    name: 'profile',
    failure: settingsFailure,
    owns: (path) => path.startsWith(prefix),
    answer({ method, path, grant }) {
      const field = fields.find((known) => path === prefix + known);
      if (field === undefined) return settingsError(404, 'INVALID_URI', 'There is no such setting');
      if (method !== 'GET') return settingsError(405, 'INVALID_URI', 'Settings are read with GET');
      if (grant === undefined) return settingsFailure(401);
      if (!grant.allows(field)) return settingsFailure(403);
      const value = account.customer[field];
      return value === undefined ? { status: 204 } : { status: 200, body: value };
    },
  };
}
