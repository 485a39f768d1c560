import type { AlexaAccount } from './account.ts';
import { deviceIdIn } from './device-path.ts';
import type { ApiAnswer, Endpoint } from './endpoint.ts';

const pathPattern = /^\/v1\/devices\/([^/]+)\/settings\/address(\/countryAndPostalCode)?$/;

/**
 * Where the device stands (Alexa Skills Kit documentation, device-address-api).
 * The documentation knows no 401 here: a token that is not valid is a 403, like one that is not allowed.
 */
export function deviceAddressEndpoint(account: AlexaAccount): Endpoint {
  return {
    name: 'address',
    failure,
    owns: (path) => pathPattern.test(path),
    answer({ method, path, grant }) {
      const [, deviceId, short] = pathPattern.exec(path) ?? [];
      if (method !== 'GET') return failure(405);
      const permission = short === undefined ? 'fullAddress' : 'countryAndPostalCode';
      if (grant === undefined || deviceIdIn(deviceId) !== grant.deviceId || !grant.allows(permission))
        return failure(403);

      const { address } = account.device;
      if (address === undefined) return { status: 204 };
      const part = (name: keyof typeof address): [string, string | null] => [name, address[name] ?? null];
      const names =
        permission === 'countryAndPostalCode'
          ? (['countryCode', 'postalCode'] as const)
          : ([
              'addressLine1',
              'addressLine2',
              'addressLine3',
              'countryCode',
              'stateOrRegion',
              'city',
              'districtOrCounty',
              'postalCode',
            ] as const);
      return { status: 200, body: Object.fromEntries(names.map(part)) };
    },
  };
}

function failure(status: number): ApiAnswer {
  switch (status) {
    case 204:
      return { status };
    case 403:
      return {
        status,
        body: {
          type: 'FORBIDDEN',
          message: 'The authentication token is invalid or has no access to the address of the device',
        },
      };
    case 405:
      return { status, body: { type: 'METHOD_NOT_ALLOWED', message: 'An address is read with GET' } };
    case 429:
      return { status, body: { type: 'TOO_MANY_REQUESTS', message: 'Too many requests' } };
    default:
      return { status, body: { type: 'INTERNAL_ERROR', message: 'The request failed' } };
  }
}
