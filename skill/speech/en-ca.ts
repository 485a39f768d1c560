import { americanAccounts, english } from './en.ts';
import { englishExamples as examples } from './examples.ts';
import { ssml } from './ssml.ts';
import type { SpokenNames, Words } from './words.ts';

/** Canadian English: what Canadians would say otherwise stands here in place of the American. */
export function canadianEnglish(names: SpokenNames): Words {
  return {
    ...english(names, { ...americanAccounts, checking: 'your chequing account' }),
    askPostalCode: {
      speech: ssml`To find the branch nearest to you, I need to know where you are. What is your postal code?`,
      reprompt: ssml`Please say your postal code, or just its first three characters. Or say: ${examples.skip}.`,
    },
    askPostalCodeAgain: {
      speech: ssml`That doesn't sound like a postal code. Could you say its letters and digits, one at a time?`,
      reprompt: ssml`The first three characters of your postal code are enough. Or say: ${examples.skip}.`,
    },
  };
}
