/** The locales that the skill is published in, as Alexa writes them (BCP 47); the first of a language stands in for its others. */
export const skillLocales = ['en-US', 'en-CA', 'fr-CA', 'es-US'] as const;
export type SkillLocale = (typeof skillLocales)[number];
