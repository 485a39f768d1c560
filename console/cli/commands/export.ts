import { join } from 'node:path';
import { branchFileFormats } from '../../routing/branch-file/branch-file-format.ts';
import { operand } from '../arguments/operands.ts';
import { flag, oneOf, requiredText } from '../arguments/options.ts';
import { command } from '../command.ts';
import { failure } from '../report.ts';
import { withBranchesAs } from '../tables/branch-format.ts';
import { findVersion, readTableName, versionMissing } from '../tables/named-table.ts';

/** Writes a published table's files into a folder, as they were when it was published. */
export const exportTable = command({
  name: 'export',
  summary: 'writes the files of a published table into a folder, as they were published',
  details: ['Existing files are left alone, and nothing is written at all, without --force.'],
  operands: { table: operand('name[@version]', 'a published table', 'export what? Name a table') },
  options: {
    to: requiredText('<folder>', 'where to; made if it is not there', 'say where to: --to my-tables'),
    branches: oneOf(branchFileFormats, 'writes the branches as a file of that format'),
    force: flag('replaces existing files'),
  },
  async run({ table, to, branches, force }, { files, openStore }) {
    const wanted = readTableName(table);
    if (wanted === undefined)
      return failure(2, 'usage', [`"${table}" is no table's name: say example-bank, or example-bank@12`]);
    const store = await openStore();
    const found = await findVersion(wanted, store);
    if (found.kind === 'failed') return found.report;
    const { name, version } = found;
    const published = await store.source(name, version);
    if (published === undefined) return versionMissing(name, version);

    const source = branches === undefined ? published : withBranchesAs(branches, published);
    if (source === undefined) return failure(1, 'no-branches', [`${name} version ${version} has no branches to write`]);
    const written = [source.table, ...(source.branches === undefined ? [] : [source.branches])].map(
      ({ name: file, text }) => ({ path: join(to, file), text }),
    );
    for (const { path } of force ? [] : written)
      if (await files.exists(path))
        return failure(1, 'file-exists', [`${path} is there already, and nothing was written: --force replaces it`]);
    for (const { path, text } of written) await files.write(path, text);

    const paths = written.map(({ path }) => path);
    return {
      exitCode: 0,
      lines: paths.map((path) => `${path} is written, as in ${name} version ${version}`),
      json: { ok: true, name, version, files: paths },
    };
  },
});
