import type { CallerLocation } from '../../shared/domain/location.ts';
import type { E164 } from '../../shared/domain/phone-number.ts';
import type { AlexaAccess } from '../alexa-access.ts';
import type { Asked } from './asking.ts';
import { callerName } from './caller-name.ts';
import type { GatheringServices } from './gathering-services.ts';
import { linkedProfile } from './linked-profile.ts';
import { callerLocation, type PlaceWish } from './location.ts';
import { phoneNumber } from './phone-number.ts';

export type { AlexaClients, GatheringServices } from './gathering-services.ts';

/** Who calls, and from where. Only the number is needed for a call. */
export interface CallerFacts {
  readonly name: Asked<string>;
  readonly phoneNumber: Asked<E164>;
  /** `permissionMissing`: consent to the device's address would help. */
  readonly location: Asked<CallerLocation>;
  /** Of the account that the caller has linked. */
  readonly accountId?: string;
}

/**
 * Asks for everything at once, so that it takes one network round trip and the slowest answer sets the time.
 * What the linked account tells comes first, then Alexa's own profiles. Never rejects.
 */
export async function gatherCallerFacts(
  access: AlexaAccess,
  { place }: { readonly place: PlaceWish },
  services: GatheringServices,
): Promise<CallerFacts> {
  const [linked, name, number, location] = await Promise.all([
    linkedProfile(access.linkedToken, services),
    callerName(access.isPersonRecognised, services),
    phoneNumber(access.isPersonRecognised, services),
    callerLocation(access, place, services),
  ]);
  return {
    name: linked.name === undefined ? name : { kind: 'given', value: linked.name },
    phoneNumber: linked.phoneNumber === undefined ? number : { kind: 'given', value: linked.phoneNumber },
    location,
    ...(linked.accountId === undefined ? {} : { accountId: linked.accountId }),
  };
}
