import type { FileAttempt, FileWeightedAttempt } from '../../../shared/contracts/table-file/attempts.ts';
import type { AttemptRule, WeightedAttempt } from '../../../shared/domain/routing/table.ts';
import type { FilePath } from '../findings.ts';
import type { Scope } from './scope.ts';
import { compileSimpleAttempt } from './simple-attempts.ts';

type FileChoice = Required<FileAttempt>['choice'];

/** `path` leads to the choice. */
export function compileChoice({ upTo, from }: FileChoice, path: FilePath, scope: Scope): AttemptRule {
  const seen = new Set<string>();
  const members = from.flatMap((member, index): WeightedAttempt[] => {
    const memberPath = [...path, 'from', index];
    checkManner(member, memberPath, scope);
    const attempt = compileSimpleAttempt(member, memberPath, scope);
    if (attempt === undefined) return [];
    // The lot is drawn by id, whatever the kind.
    if (seen.has(attempt.id))
      scope.findings.error(
        'choice-member-twice',
        [...memberPath, attempt.kind],
        `"${attempt.id}" is a member of this choice already: give it once, with the weight of both, or another id`,
      );
    seen.add(attempt.id);
    return [{ weight: member.weight, attempt }];
  });
  if (upTo > from.length)
    scope.findings.warning(
      'choice-too-small',
      [...path, 'upTo'],
      `asks for ${upTo} attempts of ${from.length}: all of them are tried, and no more`,
    );
  return { kind: 'choice', from: members, upTo };
}

/** What belongs to other kinds than this member's. */
function checkManner(member: FileWeightedAttempt, path: FilePath, { findings }: Scope): void {
  const timeless = (['message', 'voicemail'] as const).find((kind) => member[kind] !== undefined);
  if (timeless !== undefined && member.timeout !== undefined)
    findings.error(
      'invalid-value',
      [...path, 'timeout'],
      `does not belong to a ${timeless}, which waits for nobody: leave it out`,
    );
  if (member.message !== undefined && member.onOutcome !== undefined)
    findings.error('invalid-value', [...path, 'onOutcome'], 'does not belong to a message: leave it out');
}
