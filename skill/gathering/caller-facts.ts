import type { services } from 'ask-sdk-model';
import type { CallerLocation } from '../../shared/domain/location.ts';
import type { E164 } from '../../shared/domain/phone-number.ts';
import type { Clock } from '../../shared/ports/clock.ts';
import type { Asked, AskingServices } from './asking.ts';
import { callerName } from './caller-name.ts';
import { location } from './location.ts';
import { phoneNumber } from './phone-number.ts';

/** What Alexa says about the caller. Only the number is needed for a call. */
export interface CallerFacts {
  readonly name: Asked<string>;
  readonly phoneNumber: Asked<E164>;
  readonly location: Asked<CallerLocation>;
}

/** Makes Alexa's service clients for one request: `HandlerInput.serviceClientFactory`. */
export type AlexaClients = Pick<services.ServiceClientFactory, 'getUpsServiceClient' | 'getDeviceAddressServiceClient'>;

/** Asks for everything at once, so that the slowest answer sets the time. Never rejects. */
export async function gatherCallerFacts(
  clients: AlexaClients,
  deviceId: string,
  services: AskingServices & { readonly clock: Clock },
): Promise<CallerFacts> {
  const profile = clients.getUpsServiceClient();
  const [name, number, place] = await Promise.all([
    callerName(profile, services),
    phoneNumber(profile, services),
    location(clients.getDeviceAddressServiceClient(), deviceId, services),
  ]);
  return { name, phoneNumber: number, location: place };
}
