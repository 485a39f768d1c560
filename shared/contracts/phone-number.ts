import { getCountries, getCountryCallingCode, parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { isE164, type E164 } from '../domain/phone-number.ts';

/** The library throws for a calling code that it does not know; a profile may hold anything. */
const callingCodes: ReadonlySet<string> = new Set(getCountries().map((country) => getCountryCallingCode(country)));

/** A telephone number as Alexa's customer profile gives it: `{"countryCode":"+1","phoneNumber":"206-555-0100"}`. */
export interface ProfilePhoneNumber {
  /** With or without "+"; without any country code the number must bring its own. */
  readonly countryCode?: string | null | undefined;
  readonly phoneNumber?: string | null | undefined;
}

/**
 * Writes a profile's number as E.164, or `undefined` when it is not a whole number of its country.
 * Its length is judged, not whether it is assigned: numbering plans change faster than libraries,
 * and the numbers reserved for examples (555-0100 to 555-0199) must pass.
 */
export function e164Of({ countryCode, phoneNumber }: ProfilePhoneNumber): E164 | undefined {
  if (phoneNumber === null || phoneNumber === undefined) return undefined;
  const callingCode = (countryCode ?? '').replaceAll(/\D/g, '').replace(/^0+/, '');
  if (callingCode !== '' && !callingCodes.has(callingCode)) return undefined;
  const parsed = parsePhoneNumberFromString(phoneNumber, callingCode === '' ? {} : { defaultCallingCode: callingCode });
  if (parsed === undefined || !parsed.isPossible()) return undefined;
  return isE164(parsed.number) ? parsed.number : undefined;
}
