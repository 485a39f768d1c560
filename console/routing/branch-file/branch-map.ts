import { branchSchema, type FileBranch } from '../../../shared/contracts/table-file/branches.ts';
import { idSchema } from '../../../shared/contracts/table-file/parts.ts';
import { describePath, type FilePath, type Locate } from '../findings.ts';
import { schemaProblems } from '../schema-findings.ts';
import { BranchProblems } from './branch-problems.ts';
import type { BranchFileReading } from './read-branches.ts';

interface BranchMapScope {
  readonly file: string;
  readonly locate: Locate;
}

/** Checks a map from ids to branches, as YAML or JSON has it. */
export function readBranchMap(content: unknown, { file, locate }: BranchMapScope): BranchFileReading {
  const problems = new BranchProblems(file);
  const entries = new Map<string, FileBranch>();
  const report = (code: string, path: FilePath, message: string): void =>
    problems.add({ code, path: describePath(path), message, position: () => locate(path) });

  if (!isMap(content)) report('invalid-value', [], 'must be a map from ids to branches');
  else
    for (const [id, value] of Object.entries(content)) {
      const key = idSchema.safeParse(id);
      for (const { message } of schemaProblems(key.error?.issues ?? [])) report('invalid-key', [id], message);
      const branch = branchSchema.safeParse(value);
      for (const { code, path, message } of schemaProblems(branch.error?.issues ?? []))
        report(code, [id, ...path], message);
      if (branch.data !== undefined) entries.set(id, branch.data);
    }
  if (problems.any) return { kind: 'invalid', findings: problems.findings };
  return {
    kind: 'read',
    entries,
    locate: (id, field) => {
      const position = entries.has(id) ? locate(field === undefined ? [id] : [id, field]) : undefined;
      return position && { ...position, file };
    },
  };
}

export function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
