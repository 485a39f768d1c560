import type { SayingName } from './sayings.ts';
import { voiceFor } from './voices.ts';
import { wordsFor } from './words-by-locale.ts';

export type { SayingName } from './sayings.ts';

/** What Speak needs to say something in a caller's language. */
export interface SpokenWords {
  readonly text: string;
  readonly languageCode: string;
  readonly voiceId: string;
}

/** What the function says of its own accord, in the words of the caller's locale (BCP 47), or those nearest to it. */
export function say(what: SayingName, locale: string | undefined): SpokenWords {
  const { words, voice } = wordsFor(locale);
  return { text: words.sayings[what], ...voice };
}

/** Words of the routing table, which are in the language of that locale. */
export function wordsIn({ words, locale }: { readonly words: string; readonly locale: string }): SpokenWords {
  return { text: words, ...voiceFor(locale) };
}
