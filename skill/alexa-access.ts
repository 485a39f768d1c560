import type { RequestEnvelope } from 'ask-sdk-model';
import { parseServiceUrl } from '../shared/contracts/service-url.ts';
import { geolocationReading, type GeolocationReading } from './gathering/geolocation-reading.ts';
import { memberOf, textOf } from './gathering/outside-values.ts';

export type { GeolocationReading } from './gathering/geolocation-reading.ts';

/** What one request lets the skill do for the customer at Alexa's own services, and elsewhere. */
export interface AlexaAccess {
  /** Region's origin, as the request names it. */
  readonly apiEndpoint: string;
  /** A secret that lives about an hour: never stored, never logged. */
  readonly apiAccessToken: string;
  readonly deviceId: string;
  readonly userId: string;
  /** Alexa has recognised who speaks: their own profile is to be asked, not the account holder's. */
  readonly isPersonRecognised: boolean;
  /** The bearer token of the account that was linked, the speaker's before the account holder's. A secret, too. */
  readonly linkedToken?: string;
  readonly geolocation: GeolocationReading;
  /** context.System.unit.persistentUnitId, the room of a device that a business manages (Alexa Smart Properties). */
  readonly unitId?: string;
}

/**
 * `undefined` when the request did not come from a device: out of a test console, or without a token or a service's address.
 * Never throws: what is not as the documentation has it counts as absent.
 */
export function alexaAccessOf(envelope: RequestEnvelope): AlexaAccess | undefined {
  const system = memberOf(envelope, 'context', 'System');
  const apiEndpoint = parseServiceUrl(textOf(memberOf(system, 'apiEndpoint')) ?? '')?.origin;
  const apiAccessToken = textOf(memberOf(system, 'apiAccessToken'));
  const deviceId = textOf(memberOf(system, 'device', 'deviceId'));
  if (apiEndpoint === undefined || apiAccessToken === undefined || deviceId === undefined) return undefined;

  const linkedToken =
    bearerToken(memberOf(system, 'person', 'accessToken')) ?? bearerToken(memberOf(system, 'user', 'accessToken'));
  const unitId = textOf(memberOf(system, 'unit', 'persistentUnitId'));
  return {
    apiEndpoint,
    apiAccessToken,
    deviceId,
    userId: textOf(memberOf(system, 'user', 'userId')) ?? '',
    isPersonRecognised: textOf(memberOf(system, 'person', 'personId')) !== undefined,
    ...(linkedToken === undefined ? {} : { linkedToken }),
    geolocation: geolocationReading(memberOf(envelope, 'context')),
    ...(unitId === undefined ? {} : { unitId }),
  };
}

/** A token that can stand in an Authorization header (RFC 6750 §2.1). */
function bearerToken(value: unknown): string | undefined {
  return typeof value === 'string' && /^[\w.~+/-]+=*$/.test(value) ? value : undefined;
}
