import type { Branch, BranchDirectory } from '../../domain/routing/branches.ts';

/** All branches of a directory, by index. */
export function branchesOf(directory: BranchDirectory): Branch[] {
  return Array.from({ length: directory.size }, (_, index) => directory.at(index));
}
