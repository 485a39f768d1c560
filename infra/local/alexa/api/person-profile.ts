import type { AlexaAccount } from './account.ts';
import type { Endpoint } from './endpoint.ts';
import { settingsError, settingsFailure } from './settings-failure.ts';

const fields = ['name', 'givenName', 'mobileNumber'] as const;
const prefix = '/v2/persons/~current/profile/';

/**
 * The contact details of whoever has been recognised, one at a time (Alexa Skills Kit documentation, person-profile-api-reference).
 * The page names no answer for a request that nobody was recognised in; of the statuses it has, 403 says it best.
 */
export function personProfileEndpoint(account: Pick<AlexaAccount, 'people'>): Endpoint {
  return {
    name: 'persons',
    failure: settingsFailure,
    owns: (path) => path.startsWith(prefix),
    answer({ method, path, grant }) {
      const field = fields.find((known) => path === prefix + known);
      if (field === undefined) return settingsError(404, 'INVALID_URI', 'There is no such detail of a person');
      if (method !== 'GET') return settingsError(405, 'INVALID_URI', 'A profile is read with GET');
      if (grant === undefined) return settingsFailure(401);
      const { speaker } = grant;
      const person = account.people?.find(({ personId }) => personId === speaker?.personId);
      if (person === undefined || !speaker?.allows('recognisedSpeaker') || !speaker.allows(field))
        return settingsFailure(403);
      const value = person[field];
      return value === undefined ? { status: 204 } : { status: 200, body: value };
    },
  };
}
