/** What a skill may ask a person's consent for, whichever scope it is asked by. */
export type ConsentItem =
  'name' | 'givenName' | 'email' | 'mobileNumber' | 'address' | 'postalCode' | 'location' | 'voice' | 'other';

/** Parts of scopes that tell what they are for. Manifest and card spell the same permission in two ways, with one colon or with two. */
const signs: readonly (readonly [sign: string, item: ConsentItem])[] = [
  ['given_name', 'givenName'],
  ['profile:name', 'name'],
  ['email', 'email'],
  ['mobile_number', 'mobileNumber'],
  ['country_and_postal_code', 'postalCode'],
  ['address', 'address'],
  ['geolocation', 'location'],
  ['person_id', 'voice'],
];

/** What the scopes stand for, each once, in their order (Alexa Skills Kit documentation, configure-permissions-for-customer-information). */
export function consentItems(scopes: readonly string[]): ConsentItem[] {
  return [...new Set(scopes.map((scope) => signs.find(([sign]) => scope.includes(sign))?.[1] ?? 'other'))];
}
