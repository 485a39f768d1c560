import type { services } from 'ask-sdk-model';
import { e164Of } from '../../shared/contracts/phone-number.ts';
import type { E164 } from '../../shared/domain/phone-number.ts';
import { ask, type Asked, type AskingServices } from './asking.ts';

/** The customer's mobile number (Alexa Customer Profile API, Profile.mobileNumber). A number that cannot be dialled counts as none. */
export async function phoneNumber(
  profile: Pick<services.ups.UpsServiceClient, 'getProfileMobileNumber'>,
  services: AskingServices,
): Promise<Asked<E164>> {
  const asked = await ask('mobile-number', () => profile.getProfileMobileNumber(), services);
  if (asked.kind !== 'given') return asked;
  const number = e164Of(asked.value);
  return number === undefined ? { kind: 'notGiven' } : { kind: 'given', value: number };
}
