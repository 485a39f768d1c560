import { communicationProfilePath } from '../../../../../shared/contracts/communication-session.ts';
import type { ApiAnswer, Endpoint } from '../endpoint.ts';
import type { LwaTokens } from './lwa-tokens.ts';
import type { Room } from './smart-property.ts';

/**
 * The communication profile of a room (Alexa Smart Properties documentation, communications-api). Answers are as Amazon's
 * hospitality sample reads them, `{ profileId: { profileId } }`; the body of an error is our choice.
 */
export function communicationProfileEndpoint(rooms: readonly Room[], tokens: LwaTokens): Endpoint {
  return {
    name: 'communicationProfile',
    failure,
    owns: (path) => path === communicationProfilePath,
    answer({ method, query, bearer }) {
      if (method !== 'GET') return error(405, 'METHOD_NOT_ALLOWED', 'A communication profile is looked up with GET');
      if (!tokens.isGood(bearer)) return failure(401);
      if (query.get('entity.type') !== 'UNIT') return error(400, 'INVALID_INPUT', 'entity.type must be UNIT');
      const unitId = query.get('entity.id');
      if (!unitId) return error(400, 'INVALID_INPUT', 'entity.id must be the id of a unit');
      const room = rooms.find(({ persistentUnitId }) => persistentUnitId === unitId);
      return room === undefined ? failure(404) : { status: 200, body: { profileId: { profileId: room.profileId } } };
    },
  };
}

function failure(status: number): ApiAnswer {
  switch (status) {
    case 401:
      return error(status, 'UNAUTHORIZED', 'The access token is missing, unknown or expired');
    case 403:
      return error(status, 'FORBIDDEN', 'The client has no access to the unit');
    case 404:
      return error(status, 'NOT_FOUND', 'The unit has no communication profile');
    case 429:
      return error(status, 'TOO_MANY_REQUESTS', 'Too many requests');
    default:
      return error(status, 'INTERNAL_ERROR', 'The request failed');
  }
}

function error(status: number, code: string, message: string): ApiAnswer {
  return { status, body: { code, message } };
}
