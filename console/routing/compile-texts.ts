import type { RoutingTableFile } from '../../shared/contracts/routing-table-file.ts';
import type { RoutingTable } from '../../shared/domain/routing/table.ts';
import type { EpochMs } from '../../shared/domain/time.ts';
import type { TableSource } from '../../shared/ports/routing-table-store.ts';
import { readBranchFile } from './branch-file/read-branch-file.ts';
import { compileTable, type Compilation } from './compile-table.ts';
import { FindingList, type Finding } from './findings.ts';
import { limitedOf } from './limited.ts';
import { readTableFile, type TableFileReading } from './read-table-file.ts';

export type TextsCompilation =
  | {
      readonly kind: 'compiled';
      readonly table: RoutingTable;
      readonly warnings: readonly Finding[];
      readonly source: TableSource;
      readonly file: RoutingTableFile;
    }
  /** Errors, and the warnings beside them. `table` as far as it goes, for looking into what is wrong. */
  | { readonly kind: 'invalid'; readonly findings: readonly Finding[]; readonly table?: RoutingTable };

/** Compiles a table and its branches from texts in memory: of a stored version, of a draft, or before they are written. */
export function compileTexts(source: TableSource, { now }: { readonly now: EpochMs }): TextsCompilation {
  return compileReading(readTableFile(source.table.text), { source, now });
}

/** The same for a table that is read already; `source` has its texts. */
export function compileReading(
  reading: TableFileReading,
  { source, now }: { readonly source: TableSource; readonly now: EpochMs },
): TextsCompilation {
  if (reading.kind === 'invalid') return reading;
  const { file, locate } = reading;
  const named = branchFileOf(reading);
  if (named === undefined)
    return finish(compileTable(file, { now, locate }), { source: { table: source.table }, file });
  if (source.branches === undefined) return unreadableBranches(reading, `${named} was not given with the table`);

  const branches = readBranchFile({ name: named, text: source.branches.text });
  if (branches.kind === 'invalid') return branches;
  return finish(compileTable(file, { now, locate, branches }), { source, file });
}

function finish(
  compilation: Compilation,
  { source, file }: { readonly source: TableSource; readonly file: RoutingTableFile },
): TextsCompilation {
  if (compilation.kind === 'compiled') return { ...compilation, source, file };
  // One wrong line of the table can be an error for each of a hundred thousand branches.
  return { ...compilation, findings: limitedOf(source.branches?.name, compilation.findings) };
}

/** The name of the file that the branches are in, when they are in one. */
export function branchFileOf(reading: TableFileReading): string | undefined {
  return reading.kind === 'read' && typeof reading.file.branches === 'string' ? reading.file.branches : undefined;
}

/** Told where the table names the file. */
export function unreadableBranches(reading: TableFileReading, problem: string): TextsCompilation {
  if (reading.kind === 'invalid') return reading;
  const findings = new FindingList(reading.locate);
  findings.error(
    'branch-file-unreadable',
    ['branches'],
    `${problem}: branch files lie in the folder of the table, or below it`,
  );
  return { kind: 'invalid', findings: findings.all };
}
