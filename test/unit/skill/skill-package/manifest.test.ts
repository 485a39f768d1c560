import { languageOf } from '../../../../infra/local/alexa/service/language/language-of.ts';
import { readInvocation } from '../../../../infra/local/alexa/service/matching/invocation.ts';
import { fileText, locales, manifest, matcherOf } from './package-files.ts';

const { publishingInformation, privacyAndCompliance } = manifest;

/** What the local Alexa makes of a phrase that somebody says outside a session. */
function understood(locale: (typeof locales)[number], phrase: string) {
  const { invocationName } = locale.model.languageModel;
  const invocation = readInvocation(phrase, invocationName, languageOf(locale.locale)!);
  if (invocation.kind !== 'ask') return { kind: invocation.kind };
  const matcher = matcherOf(locale);
  const intent = invocation.questions.map((question) => matcher.match(question)).find((each) => each !== undefined);
  const status = intent?.slots?.['reason']?.resolutions?.resolutionsPerAuthority[0]?.status.code;
  return { kind: intent?.name, reason: status };
}

describe('the skill manifest', () => {
  it.each(locales)('names the skill in $locale as it is called there', ({ locale, model }) => {
    const { name } = publishingInformation.locales[locale];

    expect(name.toLowerCase()).toBe(model.languageModel.invocationName);
  });

  it.each(locales)('begins its examples for $locale with the simplest: opening the skill', (locale) => {
    const [first = ''] = publishingInformation.locales[locale.locale].examplePhrases;

    expect(understood(locale, first)).toEqual({ kind: 'launch' });
  });

  it.each(
    locales.flatMap((locale) =>
      publishingInformation.locales[locale.locale].examplePhrases.slice(1).map((phrase) => ({ locale, phrase })),
    ),
  )('gives an example that works as it stands: $phrase', ({ locale, phrase }) => {
    expect(understood(locale, phrase)).toEqual({ kind: 'CallIntent', reason: 'ER_SUCCESS_MATCH' });
  });

  it('asks for what the skill uses, and for no more', () => {
    expect(manifest.permissions.map(({ name }) => name)).toEqual([
      'amazon_communication::calling',
      'alexa::profile:name:read',
      'alexa::profile:mobile_number:read',
      'alexa::devices:all:address:full:read',
      'alexa:devices:all:address:country_and_postal_code:read',
      'alexa::devices:all:geolocation:read',
      'alexa::person_id:read',
    ]);
  });

  it('wants to hear when a customer comes, goes, links, or allows something', () => {
    expect(manifest.events!.subscriptions.map(({ eventName }) => eventName)).toEqual([
      'SKILL_ENABLED',
      'SKILL_DISABLED',
      'SKILL_PERMISSION_ACCEPTED',
      'SKILL_PERMISSION_CHANGED',
      'SKILL_ACCOUNT_LINKED',
    ]);
  });

  it('says that it uses personal data, and is not for children', () => {
    expect(privacyAndCompliance).toMatchObject({ usesPersonalInfo: true, isChildDirected: false });
  });

  it('is for the countries that calls can be placed from', () => {
    expect(publishingInformation.distributionCountries).toEqual(['US', 'CA']);
  });

  it.each(locales)('says in $locale that it reaches no emergency services', ({ locale }) => {
    expect(publishingInformation.locales[locale].description).toMatch(/\b911\b/);
  });
});

describe('ask-resources.json', () => {
  it('hands ask-cli the metadata alone: code and infrastructure are deployed otherwise', () => {
    expect(JSON.parse(fileText('skill/ask-resources.json'))).toEqual({
      askcliResourcesVersion: '2020-03-31',
      profiles: { default: { skillMetadata: { src: './skill-package' } } },
    });
  });
});
