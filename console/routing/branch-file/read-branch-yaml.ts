import type { SourceFile } from '../../../shared/ports/routing-table-store.ts';
import { readYaml } from '../yaml-content.ts';
import { readBranchMap } from './branch-map.ts';
import type { BranchFileReading } from './read-branches.ts';

/** Branches as YAML: a map from ids to branches, as a table has it under `branches`. */
export function readBranchYaml({ name: file, text }: SourceFile): BranchFileReading {
  const reading = readYaml(text, 'is empty: write {} for no branches at all');
  if (reading.kind === 'invalid')
    return { kind: 'invalid', findings: reading.findings.map((finding) => ({ ...finding, file })) };
  return readBranchMap(reading.value, { file, locate: reading.locate });
}
