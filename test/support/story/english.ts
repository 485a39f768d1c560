import type { SkillLocale } from '../../../shared/contracts/skill-locales.ts';

/** Words that no sentence of English does without, and that are none of French or Spanish. */
const telling =
  /(?<![\p{L}'])(?:the|you|your|i|i'm|we|is|it|and|of|with|for|what|which|would|should|please|sorry|call|calling|phone|number|about|account|branch|say|dial)(?![\p{L}'])/giu;

/** What of an answer a caller of this locale would not understand: in speech, reprompt or card. */
export function englishIn(answer: unknown, locale: SkillLocale): readonly string[] {
  if (locale.startsWith('en')) return [];
  const { response } = answer as {
    response?: {
      outputSpeech?: { ssml?: string };
      reprompt?: { outputSpeech?: { ssml?: string } };
      card?: { title?: string; content?: string };
    };
  };
  const heard = [
    response?.outputSpeech?.ssml,
    response?.reprompt?.outputSpeech?.ssml,
    response?.card?.title,
    response?.card?.content,
  ];
  return heard.flatMap((text) => [...(text ?? '').replaceAll(/<[^>]*>/g, ' ').matchAll(telling)].map(([word]) => word));
}
