import type { FileAttempt } from '../../../shared/contracts/table-file/attempts.ts';
import { actionOn, policyOutcomes } from '../../../shared/domain/routing/attempt-policy.ts';
import type { AttemptRule } from '../../../shared/domain/routing/table.ts';
import type { FilePath } from '../findings.ts';
import { triesSomebody } from '../tries-somebody.ts';
import { compileChoice } from './choice.ts';
import { checkReference, type Scope } from './scope.ts';
import { compileSimpleAttempt, policyOf, timeoutOf } from './simple-attempts.ts';

/** Attempts in order; `path` leads to their list. */
export function compileAttempts(attempts: readonly FileAttempt[], path: FilePath, scope: Scope): AttemptRule[] {
  const compiled = attempts.flatMap((attempt, index): AttemptRule[] => {
    const rule = compileAttempt(attempt, [...path, index], scope);
    return rule === undefined ? [] : [rule];
  });
  checkReachable(compiled, path, scope);
  return compiled;
}

function compileAttempt(attempt: FileAttempt, path: FilePath, scope: Scope): AttemptRule | undefined {
  const { nearestBranch, choice } = attempt;
  if (choice !== undefined) return compileChoice(choice, [...path, 'choice'], scope);
  if (nearestBranch === undefined) return compileSimpleAttempt(attempt, path, scope);

  const { service, within, upTo, spread } = nearestBranch;
  checkService(service, [...path, 'nearestBranch'], scope);
  return {
    kind: 'nearestBranch',
    ...(service === undefined ? {} : { service }),
    withinKilometers: within,
    upTo,
    ...(spread === undefined ? {} : { spreadKilometers: spread }),
    timeoutSeconds: timeoutOf(attempt),
    ...policyOf(attempt),
  };
}

function checkService(service: string | undefined, path: FilePath, { known, findings }: Scope): void {
  if (known.branches.size === 0)
    findings.error('no-branches', path, 'needs branches, and the file has none: write some under branches');
  else if (service !== undefined)
    checkReference(service, known.services, { what: 'a service of any branch', path: [...path, 'service'], findings });
}

/** Whether one of the attempts that can be made reaches somebody, whoever calls. */
export function reachSomebody(attempts: readonly AttemptRule[]): boolean {
  const last = attempts.findIndex(alwaysEnds);
  return (last === -1 ? attempts : attempts.slice(0, last + 1)).some(reachesSomebody);
}

/** Whether the attempt needs nothing but the table: a nearest branch may be far, a meeting may be empty, a look-up may fail. */
function reachesSomebody(attempt: AttemptRule): boolean {
  switch (attempt.kind) {
    case 'nearestBranch':
    case 'meeting':
    case 'lookUp':
      return false;
    case 'choice':
      return attempt.from.every((member) => reachesSomebody(member.attempt));
    default:
      return triesSomebody(attempt.kind);
  }
}

/** After an attempt that ends the call whatever it comes to, no other is made. */
function checkReachable(attempts: readonly AttemptRule[], path: FilePath, { findings }: Scope): void {
  const last = attempts.findIndex(alwaysEnds);
  if (last === -1) return;
  for (let index = last + 1; index < attempts.length; index += 1)
    findings.warning(
      'attempt-unreachable',
      [...path, index],
      'is never made: the attempt before it ends the call on every outcome',
    );
}

function alwaysEnds(attempt: AttemptRule): boolean {
  switch (attempt.kind) {
    case 'choice':
      return attempt.from.every((member) => alwaysEnds(member.attempt));
    // There may be no branch to try, and words are always followed by what comes next.
    case 'nearestBranch':
    case 'message':
      return false;
    default:
      return policyOutcomes.every((outcome) => actionOn(outcome, attempt.onOutcome) === 'end');
  }
}
