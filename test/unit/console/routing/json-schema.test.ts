import { readdirSync, readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { tableFileJsonSchema } from '../../../../console/routing/json-schema.ts';
import { fieldHelp } from '../../../../console/routing/json-schema/field-help.ts';
import { routingTableFileSchema } from '../../../../shared/contracts/routing-table-file.ts';
import { starterTable } from '../../../../console/routing/starter/starter-table.ts';
import { accepts, partsOf } from './json-schema-judge.ts';

const schema = tableFileJsonSchema();
const examples = new URL('../../../fixtures/routing-tables/examples/', import.meta.url);

/** A table with something in the place of its default's only attempt. */
function tableWith(attempt: unknown, more: object = {}): object {
  return {
    name: 'bank',
    callerId: '+12065550100',
    dialling: { allow: ['+1'] },
    default: { attempts: [attempt] },
    ...more,
  };
}

const support = { contactCenter: 'support' };

describe('the JSON Schema of table files', () => {
  it.each(readdirSync(examples))('accepts the example %s', (name) => {
    const table: unknown = parse(readFileSync(new URL(`${name}/routing-table.yaml`, examples), 'utf8'));

    expect(accepts(schema, table)).toBe(true);
  });

  it('accepts what new writes', () => {
    expect(accepts(schema, parse(starterTable('my-table')))).toBe(true);
  });

  it.each([
    { case: 'one kind', attempt: support, good: true },
    { case: 'none', attempt: { timeout: 20 }, good: false },
    { case: 'two kinds', attempt: { ...support, meeting: 'adviser' }, good: false },
    { case: 'an unknown kind', attempt: { contactCentre: 'support' }, good: false },
    {
      case: 'a choice between two',
      attempt: {
        choice: {
          from: [
            { weight: 1, ...support },
            { weight: 2, branch: 'tacoma' },
          ],
        },
      },
      good: true,
    },
    {
      case: 'a choice with a member of two kinds',
      attempt: {
        choice: {
          from: [
            { weight: 1, ...support, branch: 'tacoma' },
            { weight: 2, branch: 'tacoma' },
          ],
        },
      },
      good: false,
    },
    { case: 'words without a default', attempt: { message: { id: 'sorry', words: { fr: 'Désolés' } } }, good: false },
  ])('says that an attempt has exactly one kind: $case', ({ attempt, good }) => {
    const verdicts = [
      accepts(schema, tableWith(attempt)),
      routingTableFileSchema.safeParse(tableWith(attempt)).success,
    ];

    expect(verdicts).toEqual([good, good]);
  });

  const hours = { timeZone: 'America/New_York', weekly: { 'mon-fri': ['09:00-17:00'] } };
  const tacoma = { name: 'Tacoma', number: '+12535550143', services: ['accounts'], schedule: 'always' };

  it.each([
    { case: 'a schedule of its own', more: { schedules: { office: hours } }, good: true },
    { case: 'a schedule like another', more: { schedules: { office: { like: 'shop' } } }, good: true },
    {
      case: 'a schedule without hours',
      more: { schedules: { office: { timeZone: 'America/New_York' } } },
      good: false,
    },
    { case: 'a holiday every year', more: { holidayLists: { all: [{ name: 'Xmas', every: '12-25' }] } }, good: true },
    {
      case: 'a holiday with a date and a recurrence',
      more: { holidayLists: { all: [{ name: 'Xmas', every: '12-25', date: '2026-12-25' }] } },
      good: false,
    },
    {
      case: 'a date that is observed elsewhere',
      more: { holidayLists: { all: [{ name: 'Xmas', date: '2026-12-25', observed: 'nearest-weekday' }] } },
      good: false,
    },
    {
      case: 'a branch with a postal code',
      more: { branches: { tacoma: { ...tacoma, postalCode: '98402' } } },
      good: true,
    },
    { case: 'a branch that is nowhere', more: { branches: { tacoma } }, good: false },
    { case: 'branches in a file', more: { branches: 'branches.csv' }, good: true },
    { case: 'branches in a file elsewhere', more: { branches: '../branches.csv' }, good: false },
    {
      case: 'an attribute in a range',
      more: { rules: [{ id: 'rich', when: { attribute: { balance: { from: 1 } } }, attempts: [support] }] },
      good: true,
    },
    { case: 'a menu', more: { menu: { greeting: { default: 'Hi', fr: 'Salut' }, reasons: ['cards'] } }, good: true },
    { case: 'a locale', more: { locale: 'fr-CA' }, good: true },
    { case: 'a language in the place of a locale', more: { locale: 'fr' }, good: false },
    { case: 'a menu without reasons', more: { menu: { greeting: 'Hi' } }, good: false },
    { case: 'a menu with a greeting for the French only', more: { menu: { greeting: { fr: 'Salut' } } }, good: false },
    {
      case: 'everything that callers can be granted',
      more: {
        rules: [
          { id: 'all', recording: 'ask', afterwards: 'survey', keys: { 0: 'nextPerson' }, attempts: [support] },
          { id: 'advice', attempts: [{ meeting: 'adviser', timeout: 90 }] },
        ],
      },
      good: true,
    },
    { case: 'a key of two digits', more: { default: { keys: { 10: 'hangUp' }, attempts: [support] } }, good: false },
    { case: 'a recording that is none', more: { default: { recording: 'no', attempts: [support] } }, good: false },
    {
      case: 'an attribute in no range',
      more: { rules: [{ id: 'rich', when: { attribute: { balance: {} } }, attempts: [support] }] },
      good: false,
    },
  ])('agrees with check on $case', ({ more, good }) => {
    const table = tableWith(support, more);

    expect([accepts(schema, table), routingTableFileSchema.safeParse(table).success]).toEqual([good, good]);
  });

  it('names its dialect, and has nothing in it that the dialect does not know', () => {
    expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
    for (const [pointer, part] of partsOf(schema)) {
      expect(() => accepts(part, {})).not.toThrow();
      expect([pointer, part['required'] ?? []]).toEqual([pointer, expect.any(Array)]);
      if (part['pattern'] !== undefined) expect(() => new RegExp(String(part['pattern']), 'u')).not.toThrow();
      for (const name of (part['required'] ?? []) as string[])
        if (part['properties'] !== undefined) expect(part['properties']).toHaveProperty([name]);
    }
  });

  it('has help for every field of the table and for every kind of condition and attempt, and no help for anything else', () => {
    const shown = new Set([...partsOf(schema)].map(([, part]) => part['description']));
    const unused = Object.entries(fieldHelp).filter(([, help]) => !shown.has(help));
    const without = [...partsOf(schema)]
      .filter(([pointer]) =>
        /^#\/properties\/(?:\w+|rules\/items\/properties\/(?:\w+|when\/properties\/\w+|attempts\/items\/properties\/\w+))$/.test(
          pointer,
        ),
      )
      .filter(([, part]) => part['description'] === undefined)
      .map(([pointer]) => pointer);

    expect({ unused, without }).toEqual({ unused: [], without: [] });
  });
});
