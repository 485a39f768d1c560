import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import type { PhoneNumber } from './phone-number.ts';
import type { Registry } from './registry.ts';

/** Codes of numbers that cost the caller nothing (SearchAvailablePhoneNumbers, TollFreePrefix). */
export const tollFreePrefixes = ['800', '833', '844', '855', '866', '877', '888'] as const;

/** What the local network can do with any number. */
const capabilities: PhoneNumber['Capabilities'] = {
  InboundCall: true,
  OutboundCall: true,
  InboundSMS: false,
  OutboundSMS: false,
  InboundMMS: false,
  OutboundMMS: false,
};

/** A number as it is when the account has just got it: it rings nothing. */
export function newPhoneNumber(
  given: Pick<PhoneNumber, 'E164PhoneNumber' | 'ProductType' | 'Name' | 'OrderId'>,
  registry: Registry,
): PhoneNumber {
  const { E164PhoneNumber } = given;
  const now = registry.now();
  return {
    ...given,
    PhoneNumberId: E164PhoneNumber,
    // Numbers are of no Region: all that AWS shows are of this one.
    PhoneNumberArn: registry.arnOf('phone-number', 'us-east-1', E164PhoneNumber),
    Country: countryOf(E164PhoneNumber),
    Type: tollFreePrefixes.some((prefix) => E164PhoneNumber.startsWith(`+1${prefix}`)) ? 'TollFree' : 'Local',
    Status: 'Unassigned',
    Capabilities: capabilities,
    Associations: [],
    CallingNameStatus: 'Unassigned',
    CreatedTimestamp: now,
    UpdatedTimestamp: now,
  };
}

/** A number of no area code that there is, such as +1 555 555 0100, has no country of its own: with +1 it counts as the United States', else as nobody's. */
export function countryOf(number: string): string {
  return parsePhoneNumberFromString(number)?.country ?? (number.startsWith('+1') ? 'US' : 'ZZ');
}
