import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import type { Tenant } from '../../infra/local/cloud/tenant.ts';
import { exampleBank } from '../../infra/local/demo/example-bank/example-bank.ts';

interface TableFile {
  readonly rules: readonly { readonly id: string }[];
}

/** The example bank with another routing table, and what removes that again. */
export interface ChangedBank {
  readonly change: (tenant: Tenant) => Tenant;
  remove(): Promise<void>;
}

/** The example bank with another routing table, made of its own. */
export async function bankWithTable(change: (table: TableFile) => object): Promise<ChangedBank> {
  const folder = await mkdtemp(join(tmpdir(), 'routing-table-'));
  const file = join(folder, 'routing-table.yaml');
  const table = parse(await readFile((await exampleBank()).routingTable.file, 'utf8')) as TableFile;
  await writeFile(file, stringify(change(table)));
  return {
    change: (tenant) => ({ ...tenant, routingTable: { ...tenant.routingTable, file } }),
    remove: () => rm(folder, { recursive: true }),
  };
}

/** The example bank whose rules with these ids have these fields, as a table file writes them, beside their own or instead. */
export function bankWithRules(fieldsOf: Readonly<Record<string, object>>): Promise<ChangedBank> {
  return bankWithTable((table) => ({
    ...table,
    rules: table.rules.map((rule) => ({ ...rule, ...fieldsOf[rule.id] })),
  }));
}

/** The example bank whose rules with these ids have these attempts instead, as a table file writes them. */
export function bankWithAttempts(attemptsOf: Readonly<Record<string, readonly object[]>>): Promise<ChangedBank> {
  return bankWithRules(Object.fromEntries(Object.entries(attemptsOf).map(([id, attempts]) => [id, { attempts }])));
}
