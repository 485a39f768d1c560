import { tableFileJsonSchema } from '../../routing/json-schema.ts';
import { text } from '../arguments/options.ts';
import { command } from '../command.ts';

/** The JSON Schema of table files, for editors. */
export const schema = command({
  name: 'schema',
  summary: 'prints the JSON Schema of tables, for your editor',
  details: [
    'Put it to use with this as the first line of a table: # yaml-language-server: $schema=routing-table.schema.json',
  ],
  operands: {},
  options: { out: text('<file>', 'writes it there; an existing file is replaced') },
  async run({ out }, { files }) {
    const jsonSchema = tableFileJsonSchema();
    const printed = JSON.stringify(jsonSchema, undefined, 2);
    if (out === undefined) return { exitCode: 0, lines: [printed], json: { ok: true, schema: jsonSchema } };
    await files.write(out, `${printed}\n`);
    return { exitCode: 0, lines: [`${out} is written`], json: { ok: true, file: out } };
  },
});
