import type { SourceFile } from '../../../shared/ports/routing-table-store.ts';
import { assertNever } from '../../../shared/domain/assert-never.ts';
import { textProblem } from '../text-problem.ts';
import { branchFileFormatOf, branchFileSize } from './branch-file-format.ts';
import { readBranchCsv } from './csv/read-branch-csv.ts';
import { readBranchJson } from './geojson/read-branch-json.ts';
import type { BranchFileReading } from './read-branches.ts';
import { readBranchYaml } from './read-branch-yaml.ts';

/**
 * Reads the branches of a file by the end of its name: .csv (RFC 4180, with a header row), .geojson or .json (a
 * FeatureCollection of RFC 7946, or a map from ids to branches), .yaml or .yml (such a map). All of it or nothing:
 * what is wrong anywhere makes the reading invalid. At most 64 MB, of YAML 10 MB. Never throws for what the text says.
 */
export function readBranchFile(file: SourceFile): BranchFileReading {
  const { name, text } = file;
  const format = branchFileFormatOf(name);
  const problem = textProblem(branchFileSize(name), text, name);
  if (problem !== undefined) return { kind: 'invalid', findings: [problem] };
  switch (format) {
    case 'csv':
      return readBranchCsv(file);
    case 'geojson':
      return readBranchJson(file);
    case 'yaml':
      return readBranchYaml(file);
    case undefined:
      return {
        kind: 'invalid',
        findings: [
          {
            severity: 'error',
            code: 'branch-file-kind',
            path: '',
            file: name,
            message: 'is none that branches are read from: .csv, .geojson, .json, .yaml or .yml',
          },
        ],
      };
    default:
      return assertNever(format);
  }
}
