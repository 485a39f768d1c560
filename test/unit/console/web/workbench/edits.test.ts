import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { TableSourceBody } from '../../../../../shared/contracts/tables-api.ts';
import { readYaml } from '../../../../../console/routing/yaml-content.ts';
import { editState, openState, textsOf } from '../../../../../console/web/workbench/bench/bench-state.ts';
import { starterTable } from '../../../../../console/routing/starter/starter-table.ts';
import { EditRefused, valueAt } from '../../../../../console/web/workbench/edit-json.ts';
import { isJsonList, isJsonMap } from '../../../../../console/web/workbench/json-value.ts';
import { branchesOf } from '../../../../../console/web/workbench/plain-table.ts';
import { readPlain } from '../../../../../console/web/workbench/read-plain.ts';
import type { Json, Path, TableEdit } from '../../../../../console/web/workbench/table-edit.ts';

const folder = 'test/fixtures/routing-tables';
const files = [
  'examples/shop/routing-table.yaml',
  'good/every-attempt.yaml',
  'good/every-condition.yaml',
  'good/every-service.yaml',
  'good/opening-hours.yaml',
  'good/in-json.json',
];

const aliased = `# Aliases, and a list that is not indented.
name: aliased
callerId: "+12065550100"
dialling: {allow: &us ["+1"]}
schedules:
    day: &day {timeZone: UTC, weekly: {mon-fri: ["09:00-17:00"]}}   # by day
    same: *day
rules:
# the first
- id: one
  when: {callerPrefix: *us}
  attempts:
  - phone: {id: desk, number: "+12065550101"}
default:
  attempts: [{phone: {id: desk, number: "+12065550101"}}]
`;

const sources: readonly (readonly [string, TableSourceBody])[] = [
  ...files.map((file) => [file, { table: { name: file, text: readFileSync(`${folder}/${file}`, 'utf8') } }] as const),
  ['aliases', { table: { name: 'aliased.yaml', text: aliased } }],
  [
    'a root in braces',
    {
      table: {
        name: 'flow.yaml',
        text: `{name: flow, callerId: "+12065550100", # ours
    dialling: {allow: ["+1"]}, default: {attempts: [{phone: {id: desk, number: "+12065550101"}}]}}`,
      },
    },
  ],
  ['lines that end as Windows has it', { table: { name: 'crlf.yaml', text: aliased.replaceAll('\n', '\r\n') } }],
];

describe('a table that is edited', () => {
  it.each(sources)('says in its text what the edits say: %s', (_name, source) => {
    const opened = openState(source);
    expect(opened.plain.file).toBeDefined();

    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat(), anyValue), { minLength: 1, maxLength: 6 }),
        (draws) => {
          let state = opened;
          for (const draw of draws) {
            const edit = editFrom(state.plain.file ?? {}, draw);
            try {
              state = editState(state, [edit]);
            } catch (error) {
              if (!(error instanceof EditRefused)) throw error;
            }
          }

          const { table } = textsOf(state);

          // The schema may not like what was drawn: the text is read for what it says only.
          expect(contentOf(table.text)).toEqual(state.plain.file);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe('comments in a table', () => {
  const text = aliased
    .replaceAll(/[&*](?:day|us) ?/g, '')
    .replace('same: \n', 'same: {like: day}\n')
    .replace('callerPrefix: }', 'state: [WA]}');

  it('stay through an edit beside them, and every other line stays as it was', () => {
    const state = openState({ table: { name: 'a.yaml', text } });

    const edited = editState(state, [{ op: 'set', path: ['rules', 0, 'when', 'state'], value: ['WA', 'OR'] }]);

    expect(textsOf(edited).table.text).toBe(text.replace('{state: [WA]}', '{state: [WA, OR]}'));
  });

  it('go where their rule goes', () => {
    const second =
      'rules:\n# the second\n- id: two # aside\n  attempts: [{phone: {id: desk, number: "+12065550101"}}]\n';
    const both = text.replace('rules:\n', second);
    const state = openState({ table: { name: 'a.yaml', text: both } });

    const edited = editState(state, [{ op: 'move', path: ['rules'], from: 1, to: 0 }]);

    expect(textsOf(edited).table.text).toMatch(
      /rules:\n# the first\n- id: one\n[^#]*# the second\n- id: two # aside\n/,
    );
  });

  it('stay at a value that is changed', () => {
    const state = openState({ table: { name: 'a.yaml', text } });

    const edited = editState(state, [{ op: 'set', path: ['schedules', 'day', 'timeZone'], value: 'Europe/Paris' }]);

    expect(textsOf(edited).table.text).toContain(
      'day: {timeZone: Europe/Paris, weekly: {mon-fri: ["09:00-17:00"]}} # by day',
    );
  });
});

describe('every comment of a table', () => {
  const commented = starterTable('shop').replaceAll(/^( +\S.*[^|>])$/gm, (line, _all, at: number) =>
    line.includes('#') ? line : `${line} # note ${at}`,
  );
  const commentsOf = (text: string): string[] => [...text.matchAll(/#.*$/gm)].map(([comment]) => comment).toSorted();

  it('is there still after values were set and things moved about', () => {
    const opened = openState({ table: { name: 'shop.yaml', text: commented } });
    const leaves = pathsIn(opened.plain.file ?? {}).filter(
      (path) => typeof valueAt(opened.plain.file, path) !== 'object',
    );

    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom(...leaves), fc.string())), fc.boolean(), (draws, moves) => {
        const sets = draws.map(([path, value]): TableEdit => ({ op: 'set', path, value: value.replaceAll('#', '') }));
        const move: TableEdit = { op: 'move', path: ['rules'], from: 1, to: 0 };
        const rename: TableEdit = { op: 'rename', path: ['schedules'], from: 'office-hours', to: 'open' };

        const state = editState(opened, moves ? [...sets, move, rename] : sets);

        expect(commentsOf(textsOf(state).table.text)).toEqual(commentsOf(commented));
      }),
      { numRuns: 60 },
    );
  });
});

describe('branches in a file of their own', () => {
  const table = { name: 'a.yaml', text: aliased.replace('rules:', 'branches: branches.csv\nrules:') };
  const csv = 'id,name,number,postalCode,services,schedule\ntacoma,Tacoma,+12535550101,98402,cards,always\n';
  const seattle = {
    name: 'Seattle',
    number: '+12065550102',
    postalCode: '98101',
    services: ['cards', 'loans'],
    schedule: 'day',
  };

  it('are written to it, the table stays as it is', () => {
    const state = openState({ table, branches: { name: 'branches.csv', text: csv } });

    const edited = editState(state, [{ op: 'branches', set: { seattle }, remove: ['tacoma'] }]);

    const texts = textsOf(edited);
    expect(texts.table).toEqual(table);
    expect(texts.branches?.text).toMatch(/\nseattle,Seattle,\+12065550102,,,98101,,cards;loans,day,\n$/);
    expect([...branchesOf(readPlain(texts)).keys()]).toEqual(['seattle']);
  });

  it('come along when the table names another file, or takes them in', () => {
    const state = openState({ table, branches: { name: 'branches.csv', text: csv } });

    const renamed = editState(state, [{ op: 'set', path: ['branches'], value: 'all.geojson' }]);
    const typed = editState(state, [{ op: 'text', text: table.text.replace('branches.csv', 'all.yaml') }]);

    expect(textsOf(renamed).branches?.text).toContain('"FeatureCollection"');
    expect(textsOf(typed).branches).toMatchObject({ name: 'all.yaml', text: expect.stringContaining('tacoma:\n') });
  });

  it('are not overwritten while they cannot be read', () => {
    const state = openState({ table, branches: { name: 'branches.csv', text: csv.replace('id,', 'ident,') } });

    expect(() => editState(state, [{ op: 'branches', set: { seattle }, remove: [] }])).toThrow(EditRefused);
  });
});

describe('a table in JSON', () => {
  const plain = { name: 'shop', callerId: '+12065550100', dialling: { allow: ['+1'] } };
  const text = JSON.stringify({ ...plain, default: { attempts: [{ contactCenter: 'support' }] } }, undefined, 2);

  it('is read as it is, also with blanks in its words', () => {
    const spoken = text.replace('"support"', '"support",\n "timeout": 20').replace('"shop"', '"shop" ');

    expect(readPlain({ table: { name: 'shop.json', text } }).file).toMatchObject(plain);
    expect(readPlain({ table: { name: 'shop.json', text: spoken } }).file).toMatchObject({
      default: { attempts: [{ contactCenter: 'support', timeout: 20 }] },
    });
  });

  it('is not read as a table when a key is there twice', () => {
    const twice = text.replace('"name"', '"name": "other",\n  "name"');

    expect(readPlain({ table: { name: 'shop.json', text: twice } }).file).toBeUndefined();
  });
});

const anyValue: fc.Arbitrary<Json> = fc.oneof(
  fc.constantFrom<Json>(
    'word',
    '+12065550100',
    '# no comment',
    'a: b',
    ' padded ',
    '',
    'yes',
    '~',
    'two\nlines\n',
    '2026-01-01',
  ),
  fc.integer(),
  fc.boolean(),
  fc.constant(null),
  fc.array(fc.constantFrom('cards', 'loans', '- x', '"')),
  fc.dictionary(fc.constantFrom('reason', 'a b', 'x:', '#'), fc.constantFrom<Json>('billing', ['a'], { b: 1 }), {
    maxKeys: 3,
  }),
  fc.array(fc.record({ id: fc.constantFrom('a', 'b') }), { maxLength: 2 }),
);

/** Some edit that could be made to such a file. */
function editFrom(file: Json, [where, how, more, value]: readonly [number, number, number, Json]): TableEdit {
  const paths = pathsIn(file);
  const path = paths[where % paths.length] ?? [];
  const parent = path.slice(0, -1);
  const step = path.at(-1) ?? '';
  switch (how % 6) {
    case 0:
      return { op: 'set', path, value };
    case 1:
      return { op: 'remove', path };
    case 2:
      return { op: 'insert', path: typeof step === 'number' ? parent : path, at: more % 3, value };
    case 3:
      return { op: 'move', path: parent, from: Number(step) || 0, to: more % 3 };
    case 4:
      return { op: 'rename', path: parent, from: String(step), to: `renamed-${more % 3}` };
    default:
      return { op: 'set', path: [...path, `made-${more % 3}`], value };
  }
}

function pathsIn(value: Json, path: Path = []): Path[] {
  const own = path.length === 0 ? [] : [path];
  if (isJsonList(value)) return [...own, ...value.flatMap((item, at) => pathsIn(item, [...path, at]))];
  if (!isJsonMap(value)) return own;
  return [...own, ...Object.entries(value).flatMap(([key, each]) => pathsIn(each, [...path, key]))];
}

function contentOf(text: string): unknown {
  const reading = readYaml(text, 'empty');
  return reading.kind === 'content' ? reading.value : reading.findings;
}
