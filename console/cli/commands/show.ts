import { branchesOf } from '../../../shared/adapters/packed-branches/branches-of.ts';
import { describeTable } from '../../routing/describe-table.ts';
import { optionalOperand } from '../arguments/operands.ts';
import { command } from '../command.ts';
import { failure } from '../report.ts';
import { loadNamed, readTableName } from '../tables/named-table.ts';

/** Shows a published table. */
export const show = command({
  name: 'show',
  summary: 'reads a published table aloud',
  operands: { table: optionalOperand('name[@version]', 'default: what ROUTING_TABLE_NAME names') },
  options: {},
  async run({ table }, workplace) {
    const word = table ?? workplace.tableName;
    if (word === undefined) return failure(2, 'usage', ['show which table? Name it, or set ROUTING_TABLE_NAME']);
    const name = readTableName(word);
    if (name === undefined)
      return failure(2, 'usage', [`"${word}" is no table's name: say example-bank, or example-bank@12`]);
    const loaded = await loadNamed(name, await workplace.openStore());
    if (loaded.kind === 'failed') return loaded.report;
    const { published } = loaded;
    return {
      exitCode: 0,
      lines: describeTable(published),
      json: {
        ok: true,
        name: name.name,
        version: published.version,
        table: { ...published.table, branches: branchesOf(published.table.branches) },
      },
    };
  },
});
