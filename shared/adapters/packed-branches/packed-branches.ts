export { branchesOf } from './branches-of.ts';
export { openPackedBranches } from './open-packed-branches.ts';
export { packBranches } from './pack-branches.ts';
