import { compileTable, type Compilation } from '../../../../console/routing/compile-table.ts';
import type { Finding } from '../../../../console/routing/findings.ts';
import { readTableFile } from '../../../../console/routing/read-table-file.ts';
import type { RoutingTable } from '../../../../shared/domain/routing/table.ts';
import { epochMs } from '../../../../shared/domain/time.ts';

export const now = epochMs(Date.parse('2026-11-21T00:00:00Z'));

/** A table in one file. */
export function compile(text: string): Compilation {
  const reading = readTableFile(text);
  return reading.kind === 'read' ? compileTable(reading.file, { now, locate: reading.locate }) : reading;
}

/** @throws Error with the findings when the text does not compile. */
export function tableOf(text: string): RoutingTable {
  const compilation = compile(text);
  if (compilation.kind === 'invalid') throw new Error(JSON.stringify(compilation.findings));
  return compilation.table;
}

/** What is reported of the text, whatever comes of it. */
export function findingsOf(text: string): readonly Finding[] {
  const compilation = compile(text);
  return compilation.kind === 'compiled' ? compilation.warnings : compilation.findings;
}

export function errorsOf(text: string): readonly Finding[] {
  return findingsOf(text).filter(({ severity }) => severity === 'error');
}
