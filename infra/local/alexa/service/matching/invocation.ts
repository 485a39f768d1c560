import type { Language } from '../language/language.ts';
import { normalise, phraseOf, textOf, tokensOf, wordsOf, type Token } from './tokens.ts';

/** What somebody outside a session wants: to open the skill, to ask it something at once, or something that is none of its business. */
export type Invocation =
  | { readonly kind: 'launch' }
  /** What may have been asked, likeliest first: a connecting word may belong to the question or not. */
  | { readonly kind: 'ask'; readonly questions: readonly string[] }
  | { readonly kind: 'notForThisSkill' };

/** Whether an utterance begins with Alexa's own name and goes on. */
export function callsByName(utterance: string, { wakeWord }: Language): boolean {
  const [first, second] = wordsOf(utterance);
  return first === wakeWord && second !== undefined;
}

/** Reads an utterance that comes outside a session (Alexa Skills Kit documentation, understanding-how-users-invoke-custom-skills). */
export function readInvocation(utterance: string, invocationName: string, language: Language): Invocation {
  const { launch, ask, connectors, closing } = language.invocation;
  const spoken = tokensOf(utterance);
  const tokens = spoken[0]?.word === language.wakeWord ? spoken.slice(1) : spoken;
  const said = phraseOf(tokens);
  const name = normalise(invocationName);
  if (said === name || launch.some((words) => said === `${normalise(words)} ${name}`)) return { kind: 'launch' };

  const opening = ask.map((words) => `${normalise(words)} ${name}`).find((start) => said.startsWith(`${start} `));
  if (opening !== undefined)
    return { kind: 'ask', questions: questionsIn(tokens.slice(wordCount(opening)), connectors) };

  const ending = closing.map((words) => `${normalise(words)} ${name}`).find((end) => said.endsWith(` ${end}`));
  return ending === undefined
    ? { kind: 'notForThisSkill' }
    : { kind: 'ask', questions: [textOf(tokens.slice(0, tokens.length - wordCount(ending)))] };
}

function questionsIn(tokens: readonly Token[], connectors: readonly string[]): string[] {
  const said = phraseOf(tokens);
  const connector = connectors
    .map(normalise)
    .filter((words) => said.startsWith(`${words} `))
    .sort((a, b) => wordCount(b) - wordCount(a))[0];
  return connector === undefined ? [textOf(tokens)] : [textOf(tokens.slice(wordCount(connector))), textOf(tokens)];
}

function wordCount(phrase: string): number {
  return phrase.split(' ').length;
}
