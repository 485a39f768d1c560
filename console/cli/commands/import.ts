import { basename } from 'node:path';
import type { FileBranch } from '../../../shared/contracts/table-file/branches.ts';
import { branchFileFormatOf, branchFileSize } from '../../routing/branch-file/branch-file-format.ts';
import { mergeBranches, type Merge } from '../../routing/branch-file/merge-branches.ts';
import { readBranchFile } from '../../routing/branch-file/read-branch-file.ts';
import { writeBranchFile } from '../../routing/branch-file/write-branch-file.ts';
import type { Finding } from '../../routing/findings.ts';
import { tooLarge } from '../../routing/text-size.ts';
import { operand } from '../arguments/operands.ts';
import { flag, requiredText } from '../arguments/options.ts';
import { command } from '../command.ts';
import { failure, unreadable, type Report } from '../report.ts';
import { describeFindings } from '../tables/compiled-file.ts';
import type { Files } from '../workplace.ts';

type Branches = ReadonlyMap<string, FileBranch>;
type BranchesRead =
  { readonly kind: 'read'; readonly entries: Branches } | { readonly kind: 'failed'; readonly report: Report };

/** Brings branches from a file of any format into the branch file of a table. */
export const importBranches = command({
  name: 'import',
  summary: 'brings branches from a CSV, GeoJSON or YAML file into the branch file of a table',
  details: [
    'Branches are known by their ids. All of the file is taken or, when a row is broken, nothing of it.',
    "The branch file is written anew, in the format that its name says; comments in it are lost. Go on with check on the table's file.",
  ],
  operands: { from: operand('file', 'a .csv, .geojson, .json or .yaml file of branches', 'import what? Name a file') },
  options: {
    into: requiredText('<file>', "the table's branch file; made if it is not there", 'say where: --into branches.csv'),
    replace: flag('removes branches that are not in the imported file'),
  },
  async run({ from, into, replace }, { files }) {
    const format = branchFileFormatOf(into);
    if (format === undefined)
      return failure(2, 'usage', [`${into} must be a .csv, .geojson, .json or .yaml file: its name says the format`]);
    const brought = await readBranches(from, files);
    if (brought.kind === 'failed') return brought.report;
    const present: BranchesRead = (await files.exists(into))
      ? await readBranches(into, files)
      : { kind: 'read', entries: new Map() };
    if (present.kind === 'failed') return present.report;

    const merge = mergeBranches(present.entries, brought.entries, { replace });
    const touched = merge.added.length + merge.changed.length + merge.removed.length;
    if (touched > 0) await files.write(into, writeBranchFile(format, merge.branches));
    return { exitCode: 0, lines: describe(merge, into, touched > 0), json: { ok: true, file: into, ...idsOf(merge) } };
  },
});

async function readBranches(path: string, files: Files): Promise<BranchesRead> {
  let text: string;
  try {
    const refusal = tooLarge(branchFileSize(path), await files.size(path), basename(path));
    if (refusal !== undefined) return { kind: 'failed', report: invalidReport(path, [refusal]) };
    text = await files.read(path);
  } catch (error) {
    return { kind: 'failed', report: unreadable(path, error) };
  }
  const reading = readBranchFile({ name: basename(path), text });
  return reading.kind === 'read' ? reading : { kind: 'failed', report: invalidReport(path, reading.findings) };
}

/** `branches-invalid`. */
function invalidReport(path: string, findings: readonly Finding[]): Report {
  const verdict = `${path}: ${findings.length} ${findings.length === 1 ? 'error' : 'errors'}; nothing was imported`;
  return {
    exitCode: 1,
    lines: [...describeFindings(path, findings), verdict],
    json: { ok: false, code: 'branches-invalid', message: verdict, findings },
  };
}

function describe(merge: Merge, into: string, written: boolean): string[] {
  const { added, changed, removed, unchanged } = merge;
  const line = (what: string, ids: readonly string[]): string[] =>
    ids.length === 0 ? [] : [`${ids.length} ${what}: ${someOf(ids)}`];
  return [
    ...line('added', added),
    ...line('changed', changed),
    ...line('removed', removed),
    `${unchanged} as before`,
    written ? `${into} is written: ${merge.branches.size} branches` : `${into} is as it was`,
  ];
}

/** Enough to see whether it is what one expected. */
function someOf(ids: readonly string[]): string {
  const shown = 10;
  return ids.length <= shown ? ids.join(', ') : `${ids.slice(0, shown).join(', ')} and ${ids.length - shown} more`;
}

function idsOf({ added, changed, removed, unchanged }: Merge): Readonly<Record<string, unknown>> {
  return { added, changed, removed, unchanged };
}
