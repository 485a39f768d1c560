import { operand, type Operand } from '../arguments/operands.ts';
import type { RoutingTable } from '../../../shared/domain/routing/table.ts';
import type { EpochMs } from '../../../shared/domain/time.ts';
import type { RoutingTableStore } from '../../../shared/ports/routing-table-store.ts';
import { compileTexts } from '../../routing/compile-texts.ts';
import type { Report } from '../report.ts';
import type { Workplace } from '../workplace.ts';
import { compileFile, tableInvalid } from './compiled-file.ts';
import { loadNamed, readTableName, versionMissing } from './named-table.ts';

/** A table, wherever it came from. */
export interface GivenTable {
  readonly table: RoutingTable;
  /** "bank.yaml", "example-bank version 12". */
  readonly label: string;
  /** Of a published one. */
  readonly version?: number;
}

export type TableReading =
  { readonly kind: 'given'; readonly given: GivenTable } | { readonly kind: 'failed'; readonly report: Report };

/** An operand for `openTable`. */
export function tableOperand(name: string, ask: string): Operand<string> {
  return operand(name, 'a file, or a published table: its name, or name@version', ask);
}

/**
 * A file where there is one of that name, or where it cannot be a table's name; else what is published under it.
 *
 * @param from the earliest moment that the table will be asked about. A compiled table knows its opening hours from the day it was
 * compiled on, and is closed before: for the past it is compiled once more, from the files that it was published from.
 */
export async function openTable(word: string, workplace: Workplace, from?: EpochMs): Promise<TableReading> {
  const name = readTableName(word);
  if (name === undefined || (await workplace.files.exists(word))) {
    const compiled = await compileFile(word, workplace, from);
    return compiled.kind === 'failed'
      ? compiled
      : { kind: 'given', given: { table: compiled.compiled.table, label: word } };
  }
  const store = await workplace.openStore();
  const loaded = await loadNamed(name, store);
  if (loaded.kind === 'failed') return loaded;
  const { table, version } = loaded.published;
  const given = { table, version, label: `${table.name} version ${version}` };
  const isPast = from !== undefined && from < workplace.clock.now();
  return isPast ? compiledSince(from, given, store) : { kind: 'given', given };
}

async function compiledSince(
  from: EpochMs,
  given: GivenTable & { readonly version: number },
  store: RoutingTableStore,
): Promise<TableReading> {
  const { table, version, label } = given;
  const source = await store.source(table.name, version);
  if (source === undefined) return { kind: 'failed', report: versionMissing(table.name, version) };
  const compilation = compileTexts(source, { now: from });
  return compilation.kind === 'compiled'
    ? { kind: 'given', given: { ...given, table: compilation.table } }
    : { kind: 'failed', report: tableInvalid(label, compilation) };
}
