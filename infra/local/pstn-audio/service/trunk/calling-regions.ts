import { getCountries, getCountryCallingCode, parsePhoneNumberFromString } from 'libphonenumber-js/min';

/**
 * Whether a number is in one of these countries (ISO 3166-1 alpha-2). Where a calling code is shared and the number does not tell
 * the country, any of those that share it will do.
 */
export function isInRegions(number: string, regions: readonly string[]): boolean {
  const parsed = parsePhoneNumberFromString(number);
  if (parsed === undefined) return false;
  if (parsed.country !== undefined) return regions.includes(parsed.country);
  return getCountries().some(
    (country) => getCountryCallingCode(country) === parsed.countryCallingCode && regions.includes(country),
  );
}
