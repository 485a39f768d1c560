/** The scopes that guard each endpoint, in every spelling that Amazon's documentation and tools use for them. */
export const permissions = {
  name: ['alexa::profile:name:read'],
  givenName: ['alexa::profile:given_name:read'],
  email: ['alexa::profile:email:read'],
  mobileNumber: ['alexa::profile:mobile_number:read'],
  recognisedSpeaker: ['alexa::person_id:read'],
  fullAddress: ['alexa::devices:all:address:full:read', 'read::alexa:device:all:address'],
  countryAndPostalCode: [
    'alexa:devices:all:address:country_and_postal_code:read',
    'alexa::devices:all:address:country_and_postal_code:read',
    'read::alexa:device:all:address:country_and_postal_code',
  ],
  calling: ['amazon_communication::calling'],
} as const satisfies Record<string, readonly string[]>;

export type Permission = keyof typeof permissions;
