import type { FileBranch } from '../../../shared/contracts/table-file/branches.ts';
import { assertNever } from '../../../shared/domain/assert-never.ts';
import type { BranchFileFormat } from './branch-file-format.ts';
import { writeBranchCsv } from './csv/write-branch-csv.ts';
import { writeBranchGeoJson } from './geojson/write-branch-geojson.ts';
import { writeBranchYaml } from './write-branch-yaml.ts';

/** The text of a branch file, which `readBranchFile` reads as the same branches in the same order. */
export function writeBranchFile(format: BranchFileFormat, branches: ReadonlyMap<string, FileBranch>): string {
  switch (format) {
    case 'csv':
      return writeBranchCsv(branches);
    case 'geojson':
      return writeBranchGeoJson(branches);
    case 'yaml':
      return writeBranchYaml(branches);
    default:
      return assertNever(format);
  }
}
