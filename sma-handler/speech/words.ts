import { voiceFor } from './voices.ts';

/** What Speak needs to say something in a caller's language. */
export interface SpokenWords {
  readonly text: string;
  readonly languageCode: string;
  readonly voiceId: string;
}

/** What the function says of its own accord, in one language. */
interface OwnWords {
  readonly nobodyAnswered: string;
  readonly thanksForVoicemail: string;
}

const english: OwnWords = {
  nobodyAnswered: 'We are sorry. Nobody can take your call right now. Please try again later. Goodbye.',
  thanksForVoicemail: 'Thank you. We have your message. Goodbye.',
};

/** By language. Another one is spoken to in English, by an English voice. */
const ownWords: Readonly<Record<string, OwnWords>> = { en: english };

/** Said when every attempt failed, just before the call ends. */
export function nobodyAnswered(locale: string | undefined): SpokenWords {
  return own('nobodyAnswered', locale);
}

/** Said when a voicemail has been recorded, just before the call ends. */
export function thanksForVoicemail(locale: string | undefined): SpokenWords {
  return own('thanksForVoicemail', locale);
}

/** Words of the routing table, which are in the language of that locale. */
export function wordsIn({ words, locale }: { readonly words: string; readonly locale: string }): SpokenWords {
  return { text: words, ...voiceFor(locale) };
}

function own(what: keyof OwnWords, locale = 'en-US'): SpokenWords {
  const language = locale.split('-')[0] ?? '';
  const known = Object.hasOwn(ownWords, language) ? ownWords[language] : undefined;
  return { text: (known ?? english)[what], ...voiceFor(known === undefined ? 'en-US' : locale) };
}
