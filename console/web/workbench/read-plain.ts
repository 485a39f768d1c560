import { routingTableFileSchema } from '../../../shared/contracts/routing-table-file.ts';
import type { TableSourceBody } from '../../../shared/contracts/tables-api.ts';
import { readBranchFile } from '../../routing/branch-file/read-branch-file.ts';
import { readYaml } from '../../routing/yaml-content.ts';
import { isJsonMap } from './json-value.ts';
import { branchFileOf, type PlainTable } from './plain-table.ts';
import type { Json } from './table-edit.ts';

/** What the texts say. In a worker: it takes seconds for a large table, and the YAML library. */
export function readPlain({ table, branches }: TableSourceBody): PlainTable {
  const value = plainJson(table.text) ?? yamlValue(table.text);
  const file = isJsonMap(value) && routingTableFileSchema.safeParse(value).success ? value : undefined;
  const name = branchFileOf(file);
  if (file === undefined) return {};
  if (name === undefined) return { file };
  // A new file: there are none in it yet.
  if (branches === undefined || branches.text.trim() === '') return { file, branches: new Map() };
  const read = readBranchFile({ name, text: branches.text });
  return read.kind === 'read' ? { file, branches: read.entries } : { file };
}

function yamlValue(text: string): Json | undefined {
  const reading = readYaml(text, 'the file is empty');
  return reading.kind === 'content' ? (reading.value as Json) : undefined;
}

/**
 * Of JSON that says nothing else than its value does: no key twice, no number beyond what JavaScript has. Some twenty times as
 * quick as the YAML library, which reads the others.
 */
function plainJson(text: string): Json | undefined {
  if (!text.trimStart().startsWith('{') || text.includes('__proto__')) return undefined;
  try {
    const value = JSON.parse(text) as Json;
    const compact = text.replaceAll(/("(?:[^"\\]|\\.)*")|\s+/g, '$1');
    return JSON.stringify(value) === compact ? value : undefined;
  } catch {
    return undefined;
  }
}
