import fc from 'fast-check';
import { parse } from 'yaml';
import { describePath } from '../../../../console/routing/findings.ts';
import { schemaProblems } from '../../../../console/routing/schema-findings.ts';
import { routingTableFileSchema } from '../../../../shared/contracts/routing-table-file.ts';
import { smallTableFile } from '../../../support/table-file-builder.ts';

const bill = { name: 'a bill' };

function problems(changes: Record<string, unknown>): string[] {
  const table = { ...(parse(smallTableFile) as Record<string, unknown>), ...changes };
  const read = routingTableFileSchema.safeParse(table);
  return schemaProblems(read.error?.issues ?? []).map(({ path, message }) => `${describePath(path)} ${message}`);
}

function whenAttribute(test: unknown): Record<string, unknown> {
  return { rules: [{ id: 'r', when: { attribute: { tier: test } }, attempts: [{ contactCenter: 'support' }] }] };
}

describe('a value that may have several forms', () => {
  it.each([
    {
      case: 'an attribute test with a misspelt name',
      changes: whenAttribute({ form: 3 }),
      problem: 'rules[0].when.attribute.tier.form "form" is not known here – did you mean "from"?',
    },
    {
      case: 'another of them',
      changes: whenAttribute({ prefx: ['a'] }),
      problem: 'rules[0].when.attribute.tier.prefx "prefx" is not known here – did you mean "prefix"?',
    },
    {
      case: 'an attribute test of no known name',
      changes: whenAttribute({ matches: 'a' }),
      problem: 'rules[0].when.attribute.tier.matches "matches" is not known here – known: prefix, from, below, exists',
    },
    {
      case: 'two attribute tests at once',
      changes: whenAttribute({ from: 1, exists: true }),
      problem: 'rules[0].when.attribute.tier.exists does not stand beside from and below: give one or the other',
    },
    {
      case: 'an empty range',
      changes: whenAttribute({ from: 3, below: 3 }),
      problem: 'rules[0].when.attribute.tier must have from, below or both, and from less than below',
    },
    {
      case: 'a range of text',
      changes: whenAttribute({ from: 'a' }),
      problem: 'rules[0].when.attribute.tier.from must be a number',
    },
    {
      case: 'a number as an attribute',
      changes: whenAttribute(3),
      problem:
        'rules[0].when.attribute.tier must be a value, a list of values, {prefix: [a, b]}, {from: 0, below: 100} (numbers; below is not included) or {exists: true}',
    },
    {
      case: 'a number in a list of attributes',
      changes: whenAttribute(['gold', 3]),
      problem: 'rules[0].when.attribute.tier[1] must be text: put it in quotes',
    },
    {
      case: 'no attribute at all',
      changes: whenAttribute(''),
      problem: 'rules[0].when.attribute.tier must not be empty',
    },
    {
      case: 'a misspelt key of one branch',
      changes: {
        branches: {
          downtown: { name: 'D', nmber: '+12065550141', coordinates: [1, 2], services: ['a'], schedule: 'always' },
        },
      },
      problem: 'branches.downtown.nmber "nmber" is not known here – did you mean "number"?',
    },
    {
      case: 'the misspelt place of a branch',
      changes: {
        branches: {
          downtown: { name: 'D', number: '+12065550141', cordinates: [1, 2], services: ['a'], schedule: 'always' },
        },
      },
      problem: 'branches.downtown.cordinates "cordinates" is not known here – did you mean "coordinates"?',
    },
    {
      case: 'a branch file out of the folder',
      changes: { branches: '../branches.csv' },
      problem:
        'branches must be the name of a .csv, .geojson, .json or .yaml file in the folder of the table, or below it',
    },
    {
      case: 'branches in a list',
      changes: { branches: [] },
      problem:
        'branches must be a map from ids to branches, or the name of a .csv, .geojson, .json or .yaml file beside this one',
    },
    {
      case: 'text for a locale that is none',
      changes: { reasons: { billing: { name: { default: 'a', en_US: 'b' } } } },
      problem: 'reasons.billing.name.en_US must be a locale such as en-US, a language such as en, or default',
    },
    {
      case: 'texts without a default',
      changes: { reasons: { billing: { name: { 'en-US': 'b' } } } },
      problem: 'reasons.billing.name needs default, for callers of any other language',
    },
    {
      case: 'a number as text',
      changes: { reasons: { billing: { name: 3 } } },
      problem:
        'reasons.billing.name must be text of 500 characters at most, or texts by locale with default: {default: "…", fr-CA: "…"}',
    },
    {
      case: 'one synonym without a list',
      changes: { reasons: { billing: { ...bill, synonyms: 'my bill' } } },
      problem:
        'reasons.billing.synonyms must be a list of what callers say, or lists by locale: {en-US: ["my bill"], fr-CA: ["ma facture"]}',
    },
    {
      case: 'one synonym of a locale without a list',
      changes: { reasons: { billing: { ...bill, synonyms: { 'en-US': 'my bill' } } } },
      problem: 'reasons.billing.synonyms.en-US must be a list: put it in [ ]',
    },
    {
      case: 'a date for a holiday',
      changes: { holidayLists: { bank: ['2026-12-25'] } },
      problem:
        'holidayLists.bank[0] must be the id of one of holidayLists, or a holiday: {name: Christmas Day, every: "12-25"}',
    },
    {
      case: 'a holiday with a misspelt key',
      changes: { holidayLists: { bank: [{ nme: 'Christmas Day', every: '12-25' }] } },
      problem: 'holidayLists.bank[0].nme "nme" is not known here – did you mean "name"?',
    },
    {
      case: 'an attempt of a misspelt kind',
      changes: { default: { attempts: [{ contactCentre: 'support' }] } },
      problem: 'default.attempts[0].contactCentre "contactCentre" is not known here – did you mean "contactCenter"?',
    },
  ])('is wrong in one way: $case', ({ changes, problem }) => {
    expect(problems(changes)).toEqual([problem]);
  });

  it('tells each thing that is wrong with it', () => {
    const branch = { name: 'D', number: '+1', coordinates: [91, 0], services: [], schedule: 'always' };

    expect(problems({ branches: { a: branch, b: { ...branch, capacity: 0 } } })).toHaveLength(7);
  });
});

describe('whatever a table has in some place', () => {
  const strange = fc.oneof(
    fc.constantFrom(null, true, 3, -0.5, '', 'x', '2026-12-25', [], {}, [[]], [{}], { x: 1 }, { default: 3 }, ['a', 3]),
    fc.jsonValue({ maxDepth: 2 }),
  );

  it('is told in the words of the table, never of the schema library', () => {
    fc.assert(
      fc.property(fc.nat(200), strange, (place, value) => {
        const read = routingTableFileSchema.safeParse(replaced(parse(smallTableFile), value, { left: place }));

        for (const { message } of schemaProblems(read.error?.issues ?? []))
          expect(message).not.toMatch(/^Invalid|^Too |^Unrecognized|expected |received/);
      }),
      { numRuns: 500 },
    );
  });
});

/** The table with the value in the place of that number. */
function replaced(node: unknown, value: unknown, counter: { left: number }): unknown {
  if (counter.left === 0) {
    counter.left = -1;
    return value;
  }
  counter.left -= 1;
  if (Array.isArray(node)) return node.map((item) => replaced(item, value, counter));
  if (typeof node !== 'object' || node === null) return node;
  return Object.fromEntries(Object.entries(node).map(([key, item]) => [key, replaced(item, value, counter)]));
}
