import type { FindingAnswer } from '../../shared/contracts/tables-api.ts';
import type { RoutingTable } from '../../shared/domain/routing/table.ts';
import type { EpochMs } from '../../shared/domain/time.ts';
import type { TableSource } from '../../shared/ports/routing-table-store.ts';
import { compileReading } from './compile-texts.ts';
import { FindingList, type Finding } from './findings.ts';
import { readTableFile, type TableFileReading } from './read-table-file.ts';

export type SourceCheck =
  /** It may be put in force; `source` without files that it does not name. */
  | {
      readonly kind: 'sound';
      readonly table: RoutingTable;
      readonly source: TableSource;
      readonly findings: readonly Finding[];
    }
  /** There is an error among the findings. */
  | { readonly kind: 'refused'; readonly findings: readonly Finding[] };

/** Everything that is wrong with the files of the table of this name. */
export function checkSource(
  source: TableSource,
  { name, now }: { readonly name: string; readonly now: EpochMs },
): SourceCheck {
  const reading = readTableFile(source.table.text);
  const wrongName = misnamed(reading, name);
  const compilation = compileReading(reading, { source, now });
  if (compilation.kind === 'invalid') return { kind: 'refused', findings: [...wrongName, ...compilation.findings] };
  const { table, warnings } = compilation;
  if (wrongName.length > 0) return { kind: 'refused', findings: [...wrongName, ...warnings] };
  return { kind: 'sound', table, source: compilation.source, findings: warnings };
}

export function findingAnswer({ coveredBy, ...finding }: Finding): FindingAnswer {
  return { ...finding, ...(coveredBy === undefined ? {} : { coveredBy: [...coveredBy] }) };
}

/** A file of another name would be another table, which nobody has asked to change. */
function misnamed(reading: TableFileReading, name: string): readonly Finding[] {
  if (reading.kind === 'invalid' || reading.file.name === name) return [];
  const findings = new FindingList(reading.locate);
  findings.error('table-name-differs', ['name'], `must be "${name}", as the table is called`);
  return findings.all;
}
