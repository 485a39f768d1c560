import type { AlexaAccount } from '../../../infra/local/alexa/api/account.ts';
import type { SkillLocale } from '../../../shared/contracts/skill-locales.ts';
import { personalData } from '../personal-data.ts';

export const scopes = {
  name: 'alexa::profile:name:read',
  number: 'alexa::profile:mobile_number:read',
  address: 'alexa::devices:all:address:full:read',
  geolocation: 'alexa::devices:all:geolocation:read',
  person: 'alexa::person_id:read',
  calling: 'amazon_communication::calling',
} as const;

/** What a permission is called in scripts, however it is spelt: Amazon has several spellings for some. */
export function permissionName(scope: string): string {
  if (scope.includes('country_and_postal_code')) return 'postal code';
  return Object.entries(scopes).find(([, known]) => known === scope)?.[0] ?? scope;
}

/** What the bank is called where the caller lives. */
export const businessNames: Readonly<Record<SkillLocale, string>> = {
  'en-US': 'Example Bank',
  'en-CA': 'Example Bank',
  'fr-CA': 'Banque Exemple',
  'es-US': 'Banco Ejemplo',
};

/** The number on her card, without the letters before it. */
export const accountNumber = '7740019382';

/** What the bank's own provider knows her by, once she has linked her account. */
export const linkedToken: string = personalData.accessToken;

const [postalCode] = personalData.postalCode.split('-');
const inSeattle = {
  addressLine1: personalData.street,
  city: 'Seattle',
  stateOrRegion: 'WA',
  postalCode: postalCode ?? '',
  countryCode: 'US',
} as const;
const inMontreal = {
  addressLine1: personalData.street,
  city: 'Montréal',
  stateOrRegion: 'QC',
  postalCode: 'H2X 1Y4',
  countryCode: 'CA',
} as const;

/** Wilhelmína Quackenbush, in Seattle or in Montréal, who has allowed all that a skill for calls needs. */
export function wilhelmina(locale: SkillLocale): AlexaAccount {
  return {
    userId: 'amzn1.ask.account.WILHELMINA',
    customer: {
      name: personalData.callerName,
      givenName: 'Wilhelmína',
      mobileNumber: { countryCode: '+1', phoneNumber: '206-555-0147' },
    },
    device: {
      deviceId: 'amzn1.ask.device.KITCHEN',
      address: locale === 'en-US' || locale === 'es-US' ? inSeattle : inMontreal,
    },
    grantedPermissions: [scopes.name, scopes.number, scopes.address, scopes.calling],
    region: 'NA',
  };
}

/** What a Montréal caller's data looks like, beside the marks of `leaks`. */
export const otherMarks = /h2x ?1y4|montr[eé]al|diego|4255550148|amzn1\.ask\.(?:account|device|person)/i;
