import type { BranchDirectory } from '../../../shared/domain/routing/branches.ts';
import type { AttemptRule } from '../../../shared/domain/routing/table.ts';

/** By id, where in the directory the branches stand that attempts name. What is not there is left out. */
export function namedBranches(attempts: readonly AttemptRule[], directory: BranchDirectory): Record<string, number> {
  const named = new Set(attempts.flatMap(branchIds));
  const found: [string, number][] = [];
  for (let index = 0; index < directory.size && found.length < named.size; index += 1) {
    const { id } = directory.at(index);
    if (named.has(id)) found.push([id, index]);
  }
  return Object.fromEntries(found);
}

function branchIds(attempt: AttemptRule): string[] {
  if (attempt.kind === 'choice') return attempt.from.flatMap((member) => branchIds(member.attempt));
  return attempt.kind === 'branch' ? [attempt.id] : [];
}
