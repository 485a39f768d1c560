import type { FindingAnswer } from '../../../../shared/contracts/tables-api.ts';
import type { TextsCompilation } from '../../../routing/compile-texts.ts';
import { FindingList, type Finding } from '../../../routing/findings.ts';
import type { TableFileReading } from '../../../routing/read-table-file.ts';

/** Everything that is wrong with the files of the table of this name, in the words in which the API would refuse it. */
export function findingsOf(
  reading: TableFileReading,
  compilation: TextsCompilation,
  name: string,
): readonly FindingAnswer[] {
  const found = compilation.kind === 'compiled' ? compilation.warnings : compilation.findings;
  return [...misnamed(reading, name), ...found].map(answerOf);
}

function misnamed(reading: TableFileReading, name: string): readonly Finding[] {
  if (reading.kind === 'invalid' || reading.file.name === name) return [];
  const findings = new FindingList(reading.locate);
  findings.error('table-name-differs', ['name'], `must be "${name}", as the table is called`);
  return findings.all;
}

function answerOf({ coveredBy, ...finding }: Finding): FindingAnswer {
  return { ...finding, ...(coveredBy === undefined ? {} : { coveredBy: [...coveredBy] }) };
}
