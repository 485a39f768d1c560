import { basename, dirname, join } from 'node:path';
import type { EpochMs } from '../../shared/domain/time.ts';
import { branchFileSize } from './branch-file/branch-file-format.ts';
import { branchFileOf, compileReading, unreadableBranches, type TextsCompilation } from './compile-texts.ts';
import type { Finding } from './findings.ts';
import { readTableFile } from './read-table-file.ts';
import { tooLarge, type SizedFile } from './text-size.ts';

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
