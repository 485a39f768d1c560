import type { FindingAnswer } from '../../../../shared/contracts/tables-api.ts';

export interface BranchFindings {
  /** By the branch's id. */
  readonly byId: ReadonlyMap<string, readonly FindingAnswer[]>;
  /** About the list or the file as a whole: a row that cannot be read has no branch. */
  readonly general: readonly FindingAnswer[];
}

/** What of a table's findings is about its branches. `branchFile`: the file that they are in, where it is one of its own. */
export function branchFindings(findings: readonly FindingAnswer[], branchFile: string | undefined): BranchFindings {
  const byId = new Map<string, FindingAnswer[]>();
  const general: FindingAnswer[] = [];
  for (const finding of findings) {
    const id = branchOf(finding.path);
    const isOurs = finding.path === 'branches' || (branchFile !== undefined && finding.file === branchFile);
    if (id !== undefined) {
      const own = byId.get(id);
      if (own === undefined) byId.set(id, [finding]);
      else own.push(finding);
    } else if (isOurs) general.push(finding);
  }
  return { byId, general };
}

/** The field of a branch that a finding is about: "schedule" of "branches.tacoma.schedule"; "coordinates" of "….coordinates[0]". */
export function fieldOf({ path }: FindingAnswer): string | undefined {
  return /^branches\.[^.[]+\.([a-zA-Z]+)/.exec(path)?.[1];
}

function branchOf(path: string): string | undefined {
  return /^branches\.([a-z][a-z0-9-]*)(?:$|[.[])/.exec(path)?.[1];
}
