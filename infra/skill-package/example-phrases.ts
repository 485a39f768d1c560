import { plainWords } from '../../shared/domain/routing/plain-words.ts';

export interface SpokenPackage {
  readonly locale: string;
  /** What the skill is called by. */
  readonly invocationName: string;
  readonly examplePhrases: readonly string[];
  /** Of the intent that the examples lead to. */
  readonly samples: readonly string[];
  /** All names and synonyms of the interaction model. */
  readonly reasons: readonly string[];
}

/**
 * Example phrases must work word by word, and a certifier tries them. The first opens the skill; each other one ends with a sample
 * that has a reason in it, which a table need not have.
 * @returns a sentence for each that would not be understood.
 */
export function examplesThatFail({
  locale,
  invocationName,
  examplePhrases,
  samples,
  reasons,
}: SpokenPackage): string[] {
  const endings = samples
    .filter((sample) => /\{reason\}/.test(sample) && plainWords(sample) !== 'reason')
    .flatMap((sample) => reasons.map((words) => ` ${plainWords(sample.replace('{reason}', words))}`));
  const uncalled = examplePhrases
    .filter((phrase) => !plainWords(phrase).includes(plainWords(invocationName)))
    .map((phrase) => `${locale}: nobody is called as in "${phrase}": write "${invocationName}" into it in skill.json`);
  const unanswered = examplePhrases
    .slice(1)
    .filter((phrase) => !endings.some((ending) => plainWords(phrase).endsWith(ending)))
    .map((phrase) => `${locale}: no reason is called as in "${phrase}": write another example into skill.json`);
  return [...uncalled, ...unanswered];
}
