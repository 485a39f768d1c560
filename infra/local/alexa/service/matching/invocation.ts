import { normalise, tokensOf, textOf } from './tokens.ts';

/** What somebody outside a session wants: to open the skill, to ask it something at once, or something that is none of its business. */
export type Invocation =
  | { readonly kind: 'launch' }
  /** What may have been asked, likeliest first: a connecting word may belong to the question or not. */
  | { readonly kind: 'ask'; readonly questions: readonly string[] }
  | { readonly kind: 'notForThisSkill' };

const launchWords = [
  'open',
  'launch',
  'start',
  'begin',
  'load',
  'run',
  'use',
  'enable',
  'play',
  'talk to',
  'ask',
  'tell',
];
const askWords = ['ask', 'tell', 'open', 'launch', 'start', 'use', 'talk to'];
/** They lead from the skill's name to the question and are not part of it, but samples are often written with them. */
const connectors = ['to', 'for', 'about', 'and', 'that', 'if', 'whether', 'and ask', 'and tell it to', 'and say'];
const prepositions = ['using', 'with', 'from', 'on'];

/** Reads an utterance that comes outside a session (Alexa Skills Kit documentation, understanding-how-users-invoke-custom-skills). English. */
export function readInvocation(utterance: string, invocationName: string): Invocation {
  const spoken = tokensOf(utterance);
  const tokens = spoken[0]?.word === 'alexa' ? spoken.slice(1) : spoken;
  const said = tokens.map(({ word }) => word).join(' ');
  const name = normalise(invocationName);
  if (said === name || launchWords.some((word) => said === `${word} ${name}`)) return { kind: 'launch' };

  const wordsIn = (text: string): number => text.split(' ').length;
  const opening = askWords.map((word) => `${word} ${name}`).find((start) => said.startsWith(`${start} `));
  if (opening !== undefined) {
    const rest = tokens.slice(wordsIn(opening));
    const restSaid = rest.map(({ word }) => word).join(' ');
    const connector = connectors
      .filter((word) => restSaid.startsWith(`${word} `))
      .sort((a, b) => b.length - a.length)[0];
    const questions = connector === undefined ? [textOf(rest)] : [textOf(rest.slice(wordsIn(connector))), textOf(rest)];
    return { kind: 'ask', questions };
  }

  const closing = prepositions.map((word) => `${word} ${name}`).find((end) => said.endsWith(` ${end}`));
  if (closing !== undefined)
    return { kind: 'ask', questions: [textOf(tokens.slice(0, tokens.length - wordsIn(closing)))] };
  return { kind: 'notForThisSkill' };
}
