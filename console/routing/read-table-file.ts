import { routingTableFileSchema, type RoutingTableFile } from '../../shared/contracts/routing-table-file.ts';
import { FindingList, type Finding, type Locate } from './findings.ts';
import { limited } from './limited.ts';
import { addSchemaFindings } from './schema-findings.ts';
import { textProblem } from './text-problem.ts';
import { readYaml } from './yaml-content.ts';

export type TableFileReading =
  | { readonly kind: 'read'; readonly file: RoutingTableFile; readonly locate: Locate }
  | { readonly kind: 'invalid'; readonly findings: readonly Finding[] };

/**
 * Reads a table file, YAML or JSON, as far as its shape goes. What it names is checked by `compileTable`.
 * More than 10 MB are not looked at. Never throws for what the text says.
 */
export function readTableFile(text: string): TableFileReading {
  const problem = textProblem('table', text);
  if (problem !== undefined) return { kind: 'invalid', findings: [problem] };

  const reading = readYaml(text, 'the file is empty: a table has at least name, callerId, dialling and default');
  if (reading.kind === 'invalid') return reading;
  const read = routingTableFileSchema.safeParse(reading.value);
  if (read.success) return { kind: 'read', file: read.data, locate: reading.locate };

  const findings = new FindingList(reading.locate);
  addSchemaFindings(read.error.issues, findings);
  return { kind: 'invalid', findings: limited(findings.all) };
}
