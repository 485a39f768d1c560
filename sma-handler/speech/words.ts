/** What Speak needs to say something in a caller's language. */
export interface SpokenWords {
  readonly text: string;
  readonly languageCode: string;
  readonly voiceId: string;
}

interface Language {
  readonly languageCode: string;
  readonly voiceId: string;
  readonly nobodyAnswered: string;
}

const english: Language = {
  languageCode: 'en-US',
  voiceId: 'Joanna',
  nobodyAnswered: 'We are sorry. Nobody can take your call right now. Please try again later. Goodbye.',
};

const languages: Readonly<Record<string, Language>> = { 'en-US': english, 'en-CA': english };

/** Said when every attempt failed, just before the call ends. */
export function nobodyAnswered(locale: string | undefined): SpokenWords {
  const { languageCode, voiceId, nobodyAnswered: text } = languages[locale ?? ''] ?? english;
  return { text, languageCode, voiceId };
}
