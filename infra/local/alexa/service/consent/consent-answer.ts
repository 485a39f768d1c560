import type { Language } from '../language/language.ts';
import { isStockPhrase } from '../matching/stock-phrases.ts';
import { normalise } from '../matching/tokens.ts';
import type { ConsentStatus } from './consent.ts';

/** What Alexa tells people to say, beside yes (Alexa Skills Kit documentation, use-voice-forward-consent, for the English). */
const approvals: ReadonlySet<string> = new Set(['i approve', "j'approuve", 'lo apruebo'].map(normalise));

/** Anything but a yes or a no leaves the question open: the skill is told that there was no answer. */
export function readConsentAnswer(heard: string, language: Language): ConsentStatus {
  if (approvals.has(normalise(heard)) || isStockPhrase('AMAZON.YesIntent', heard, language)) return 'ACCEPTED';
  return isStockPhrase('AMAZON.NoIntent', heard, language) ? 'DENIED' : 'NOT_ANSWERED';
}
