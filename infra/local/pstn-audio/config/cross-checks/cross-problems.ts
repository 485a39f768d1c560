import type { PstnAudioConfig } from '../config-schema.ts';
import type { ConfigProblem } from '../problem.ts';
import { applicationProblems } from './application-problems.ts';
import { connectorProblems } from './connector-problems.ts';
import { duplicateProblems } from './duplicate-problems.ts';
import { groupProblems } from './group-problems.ts';
import { numberProblems } from './number-problems.ts';
import { portProblems } from './port-problems.ts';
import { ruleProblems } from './rule-problems.ts';

/** What is right in each field for itself and wrong in the whole: AWS would refuse it, or no call could ever meet it. */
export function crossProblems(config: PstnAudioConfig): readonly ConfigProblem[] {
  return [
    portProblems,
    duplicateProblems,
    applicationProblems,
    ruleProblems,
    connectorProblems,
    groupProblems,
    numberProblems,
  ].flatMap((problemsOf) => problemsOf(config));
}
