import { basename, dirname, join } from 'node:path';
import type { RoutingTableFile } from '../../shared/contracts/routing-table-file.ts';
import type { RoutingTable } from '../../shared/domain/routing/table.ts';
import type { EpochMs } from '../../shared/domain/time.ts';
import type { TableSource } from '../../shared/ports/routing-table-store.ts';
import { branchFileSize } from './branch-file/branch-file-format.ts';
import { readBranchFile } from './branch-file/read-branch-file.ts';
import { compileTable, type Compilation } from './compile-table.ts';
import { FindingList, type Finding } from './findings.ts';
import { limitedOf } from './limited.ts';
import { readTableFile, type TableFileReading } from './read-table-file.ts';
import { tooLarge, type SizedFile } from './text-size.ts';

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

export type SourceCompilation =
  | TextsCompilation
  /** The table's own file cannot be read; `problem` says which and why. */
  | { readonly kind: 'unreadable'; readonly problem: string };

export interface SourceOptions {
  /** The text of a file. Rejects when it cannot be read. */
  readonly readFile: (path: string) => Promise<string>;
  /** In octets; asked for before a file is read, so that a huge one is refused without reading it. */
  readonly sizeOf?: (path: string) => Promise<number>;
  /** Schedules are compiled from here on. */
  readonly now: EpochMs;
}

/** Reads a table's file and the branch file that it names, which lies beside it or below, and compiles both. */
export async function compileSource(path: string, options: SourceOptions): Promise<SourceCompilation> {
  const read = await readText(path, 'table', options);
  if (read.kind === 'unreadable') return { kind: 'unreadable', problem: `cannot read ${path}: ${read.problem}` };
  if (read.kind === 'tooLarge') return { kind: 'invalid', findings: [read.finding] };

  const table = { name: basename(path), text: read.text };
  const reading = readTableFile(table.text);
  const branchFile = branchFileOf(reading);
  if (branchFile === undefined) return compileReading(reading, { source: { table }, now: options.now });

  const branches = await readText(join(dirname(path), branchFile), branchFileSize(branchFile), options);
  switch (branches.kind) {
    case 'unreadable':
      return unreadableBranches(reading, `cannot read ${branchFile}: ${branches.problem}`);
    case 'tooLarge':
      return { kind: 'invalid', findings: [{ ...branches.finding, file: branchFile }] };
    case 'text': {
      const source = { table, branches: { name: branchFile, text: branches.text } };
      return compileReading(reading, { source, now: options.now });
    }
  }
}

/** The same from texts in memory: of a stored version, or before they are written. */
export function compileTexts(source: TableSource, { now }: { readonly now: EpochMs }): TextsCompilation {
  return compileReading(readTableFile(source.table.text), { source, now });
}

function compileReading(
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
function branchFileOf(reading: TableFileReading): string | undefined {
  return reading.kind === 'read' && typeof reading.file.branches === 'string' ? reading.file.branches : undefined;
}

/** Told where the table names the file. */
function unreadableBranches(reading: TableFileReading, problem: string): TextsCompilation {
  if (reading.kind === 'invalid') return reading;
  const findings = new FindingList(reading.locate);
  findings.error(
    'branch-file-unreadable',
    ['branches'],
    `${problem}: branch files lie in the folder of the table, or below it`,
  );
  return { kind: 'invalid', findings: findings.all };
}

type TextReading =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'tooLarge'; readonly finding: Finding }
  | { readonly kind: 'unreadable'; readonly problem: string };

async function readText(path: string, kind: SizedFile, { readFile, sizeOf }: SourceOptions): Promise<TextReading> {
  try {
    const finding = sizeOf === undefined ? undefined : tooLarge(kind, await sizeOf(path));
    return finding === undefined ? { kind: 'text', text: await readFile(path) } : { kind: 'tooLarge', finding };
  } catch (error) {
    return { kind: 'unreadable', problem: problemOf(error) };
  }
}

/** What a file system says, in words. */
function problemOf(error: unknown): string {
  const { code, message } = error instanceof Error ? (error as NodeJS.ErrnoException) : { message: String(error) };
  switch (code) {
    case 'ENOENT':
      return 'there is no such file';
    case 'EISDIR':
      return 'it is a folder';
    case 'EACCES':
      return 'it may not be read';
    default:
      return message;
  }
}
