import { consentItems } from '../../../../../../../infra/local/alexa/service/language/consent-items.ts';
import { english } from '../../../../../../../infra/local/alexa/service/language/english.ts';
import { french } from '../../../../../../../infra/local/alexa/service/language/french.ts';
import { languageOf } from '../../../../../../../infra/local/alexa/service/language/language-of.ts';
import { spanish } from '../../../../../../../infra/local/alexa/service/language/spanish.ts';

describe('the language of a locale', () => {
  it.each([
    { locale: 'en-US', language: english },
    { locale: 'en-CA', language: english },
    { locale: 'fr-CA', language: french },
    { locale: 'es-US', language: spanish },
  ])('of $locale is known', ({ locale, language }) => {
    expect(languageOf(locale)).toBe(language);
  });

  it.each(['de-DE', 'en', 'english', 'fr_CA', ''])('of "%s" is not', (locale) => {
    expect(languageOf(locale)).toBeUndefined();
  });
});

describe('what Alexa asks consent for', () => {
  it.each([
    { scope: 'alexa::profile:name:read', item: 'name' },
    { scope: 'alexa::profile:given_name:read', item: 'givenName' },
    { scope: 'alexa::profile:email:read', item: 'email' },
    { scope: 'alexa::profile:mobile_number:read', item: 'mobileNumber' },
    { scope: 'alexa::devices:all:address:full:read', item: 'address' },
    { scope: 'read::alexa:device:all:address', item: 'address' },
    { scope: 'alexa:devices:all:address:country_and_postal_code:read', item: 'postalCode' },
    { scope: 'read::alexa:device:all:address:country_and_postal_code', item: 'postalCode' },
    { scope: 'alexa::devices:all:geolocation:read', item: 'location' },
    { scope: 'alexa::person_id:read', item: 'voice' },
    { scope: 'alexa::something:new', item: 'other' },
  ])('by $scope is $item', ({ scope, item }) => {
    expect(consentItems([scope])).toEqual([item]);
  });

  it('is named once, however often it is asked for', () => {
    expect(consentItems(['a:b', 'alexa::profile:email:read', 'c:d'])).toEqual(['other', 'email']);
  });
});

describe('the consent question', () => {
  const scopes = [
    'alexa::profile:name:read',
    'alexa::profile:mobile_number:read',
    'alexa::devices:all:geolocation:read',
  ];

  it.each([
    {
      name: 'English',
      language: english,
      question:
        'Example Bank would like to use your full name, your mobile number, and the location of your device. Do you allow that?',
    },
    {
      name: 'French',
      language: french,
      question:
        'Example Bank aimerait utiliser votre nom complet, votre numéro de cellulaire et la position de votre appareil. Est-ce que vous acceptez?',
    },
    {
      name: 'Spanish',
      language: spanish,
      question:
        'Example Bank quisiera usar su nombre completo, su número de celular y la ubicación de su dispositivo. ¿Lo permite?',
    },
  ])('names the business and all that it wants in $name', ({ language, question }) => {
    expect(language.ownWords.consentQuestion('Example Bank', scopes)).toBe(question);
  });
});
