/** What a customer can allow the skill, by a short name, as skill.json spells it. */
export const scopes = {
  name: 'alexa::profile:name:read',
  'mobile-number': 'alexa::profile:mobile_number:read',
  address: 'alexa::devices:all:address:full:read',
  'postal-code': 'alexa:devices:all:address:country_and_postal_code:read',
  geolocation: 'alexa::devices:all:geolocation:read',
  person: 'alexa::person_id:read',
  calling: 'amazon_communication::calling',
} as const;
export type Scope = (typeof scopes)[keyof typeof scopes];

/** A scope by its short name, or as skill.json spells it; undefined when there is no such thing. */
export function readScope(text: string): Scope | undefined {
  return Object.entries(scopes).find(([name, scope]) => name === text || scope === text)?.[1];
}

export const scopeNames = Object.keys(scopes).join(', ');
