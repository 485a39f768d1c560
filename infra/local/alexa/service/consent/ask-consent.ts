import type { Household } from '../household.ts';
import type { Language } from '../language/language.ts';
import { resume, type Move } from '../moves.ts';
import type { OutputSpeech } from '../response.ts';
import { joined, plain } from '../speech.ts';
import { answered, notAsked, type ConsentStatus, type PendingConsent } from './consent.ts';

interface Asking {
  readonly household: Household;
  readonly language: Language;
  readonly skillName: string;
  /** Whose voice was heard last, when Alexa knows it. */
  readonly speaker: string | undefined;
}

/** Alexa asks the person, after what the skill has said; or gives the session back at once when she cannot. */
export function askConsent(consent: PendingConsent, speech: OutputSpeech | undefined, asking: Asking): Move {
  const { household, language, skillName, speaker } = asking;
  if (!household.voiceConsent) return resume(notAsked(consent, 'The customer does not give consent by voice'));
  if (speaker === undefined && consent.wishes.some(({ level }) => level === 'PERSON'))
    return resume(notAsked(consent, 'Nobody was recognised who could give consent for themselves'));
  const question = plain(
    language.ownWords.consentQuestion(
      skillName,
      consent.wishes.map(({ scope }) => scope),
    ),
  );
  return {
    kind: 'say',
    speech: joined(speech, question),
    reprompt: undefined,
    pending: { kind: 'consent', consent },
    sessionOpen: true,
  };
}

/** The skill is told what the person said; what they accepted is allowed from the next token on. */
export function settleConsent(
  consent: PendingConsent,
  status: ConsentStatus,
  household: Household,
  speaker: string | undefined,
): Move {
  if (status === 'ACCEPTED')
    for (const { scope, level } of consent.wishes) household.grant([scope], level === 'PERSON' ? speaker : undefined);
  return resume(answered(consent, status));
}
