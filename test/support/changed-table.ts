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

/** The example bank whose rules with these ids have these attempts instead, as a table file writes them. */
export async function bankWithAttempts(attemptsOf: Readonly<Record<string, readonly object[]>>): Promise<ChangedBank> {
  const folder = await mkdtemp(join(tmpdir(), 'routing-table-'));
  const file = join(folder, 'routing-table.yaml');
  const table = parse(await readFile((await exampleBank()).routingTable.file, 'utf8')) as TableFile;
  const rules = table.rules.map((rule) => ({ ...rule, ...(attemptsOf[rule.id] && { attempts: attemptsOf[rule.id] }) }));
  await writeFile(file, stringify({ ...table, rules }));
  return {
    change: (tenant) => ({ ...tenant, routingTable: { ...tenant.routingTable, file } }),
    remove: () => rm(folder, { recursive: true }),
  };
}
