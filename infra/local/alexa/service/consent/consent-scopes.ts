/** What can be asked for by voice, as skill.json spells it; the spellings of cards are others. */
export const consentScopes = [
  'alexa::profile:name:read',
  'alexa::profile:given_name:read',
  'alexa::profile:email:read',
  'alexa::profile:mobile_number:read',
  'alexa::devices:all:address:full:read',
  'alexa:devices:all:address:country_and_postal_code:read',
  'alexa::devices:all:address:country_and_postal_code:read',
  'alexa::devices:all:geolocation:read',
] as const;
