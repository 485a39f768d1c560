export interface Voice {
  readonly languageCode: string;
  readonly voiceId: string;
}

/**
 * One neural voice a locale (Amazon Polly developer guide, available voices). A language's first stands in for its others: Polly has no
 * voice, and no language code, for Canadian English, to which Joanna is nearer than any other.
 */
const voices: readonly Voice[] = [
  { languageCode: 'en-US', voiceId: 'Joanna' },
  { languageCode: 'en-GB', voiceId: 'Amy' },
  { languageCode: 'en-AU', voiceId: 'Olivia' },
  { languageCode: 'en-IN', voiceId: 'Kajal' },
  { languageCode: 'es-US', voiceId: 'Lupe' },
  { languageCode: 'es-MX', voiceId: 'Mia' },
  { languageCode: 'es-ES', voiceId: 'Lucia' },
  { languageCode: 'fr-CA', voiceId: 'Gabrielle' },
  { languageCode: 'fr-FR', voiceId: 'Lea' },
  { languageCode: 'de-DE', voiceId: 'Vicki' },
  { languageCode: 'it-IT', voiceId: 'Bianca' },
  { languageCode: 'pt-BR', voiceId: 'Camila' },
  { languageCode: 'ja-JP', voiceId: 'Kazuha' },
  { languageCode: 'hi-IN', voiceId: 'Kajal' },
];

const american: Voice = { languageCode: 'en-US', voiceId: 'Joanna' };

/** The voice for a locale, else for its language, else an American one. */
export function voiceFor(locale: string): Voice {
  const language = locale.split('-')[0];
  return (
    voices.find(({ languageCode }) => languageCode === locale) ??
    voices.find(({ languageCode }) => languageCode.split('-')[0] === language) ??
    american
  );
}
