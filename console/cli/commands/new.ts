import { basename } from 'node:path';
import { starterTable } from '../../routing/starter/starter-table.ts';
import { operand } from '../arguments/operands.ts';
import { command } from '../command.ts';
import { failure } from '../report.ts';

/** Writes a table to start from. */
export const newTable = command({
  name: 'new',
  summary: 'writes a small table to start from, with comments',
  details: ['An existing file is left alone.'],
  operands: { file: operand('file', 'where to: my-table.yaml', 'new what? Name a file') },
  options: {},
  async run({ file }, { files }) {
    if (!/\.ya?ml$/i.test(file)) return failure(2, 'usage', [`a new table is YAML: name it ${file}.yaml`]);
    if (await files.exists(file))
      return failure(1, 'file-exists', [`${file} is there already, and was left alone: choose another name`], { file });
    const name = nameFor(file);
    await files.write(file, starterTable(name));
    return {
      exitCode: 0,
      lines: [`${file} is written: ${name}`, `go on with: npm run routes -- check ${file}`],
      json: { ok: true, file, name },
    };
  },
});

/** The table is called like its file, as far as that makes an id. */
function nameFor(file: string): string {
  const id = basename(file)
    .replace(/\.ya?ml$/i, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^[^a-z]+|-+$/g, '')
    .slice(0, 32);
  return id === '' ? 'my-table' : id;
}
