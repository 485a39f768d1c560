import type { FileBranch } from '../../../../../shared/contracts/table-file/branches.ts';
import { readBranchFile } from '../../../../routing/branch-file/read-branch-file.ts';
import type { Finding } from '../../../../routing/findings.ts';
import type { NamedText } from './pasted-file.ts';

/** What was read of a pasted file, as it goes from the worker to the page. */
export type PastedReading =
  | { readonly kind: 'read'; readonly branches: ReadonlyMap<string, FileBranch> }
  /** Nothing is taken of a file that has errors. */
  | { readonly kind: 'invalid'; readonly findings: readonly Finding[] };

export function readPasted(file: NamedText): PastedReading {
  const reading = readBranchFile(file);
  return reading.kind === 'invalid' ? reading : { kind: 'read', branches: reading.entries };
}

/** "line 12, row 11, column number: must be …". */
export function problemWords({ line, path, message }: Finding): string {
  const where = [line === undefined ? '' : `line ${line}`, path].filter((part) => part !== '').join(', ');
  return where === '' ? message : `${where}: ${message}`;
}
