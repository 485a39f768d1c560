import fc from 'fast-check';
import { compileTable } from '../../../../console/routing/compile-table.ts';
import { routingTableFileSchema } from '../../../../shared/contracts/routing-table-file.ts';
import { now } from './compile-fixture.ts';

/** Few names, some of which stand for nothing, so that everything goes wrong together now and then. */
const name = fc.constantFrom('a', 'b', 'c', 'unknown');
const names = fc.uniqueArray(name, { minLength: 1, maxLength: 2 });
const when = fc.record(
  {
    reason: names,
    state: fc.uniqueArray(fc.constantFrom('WA', 'wa', 'OR'), { minLength: 1 }),
    postalPrefix: fc.uniqueArray(fc.constantFrom('98', '981', 'K1A'), { minLength: 1 }),
    attribute: fc.dictionary(
      fc.constantFrom('x', 'y', '__proto__', 'constructor'),
      fc.constantFrom('1', ['1', '2'], { prefix: ['1'] }, { from: 1 }, { below: 9 }, { exists: true }),
      { maxKeys: 2 },
    ),
    schedule: fc.dictionary(name, fc.constantFrom('open', 'closed'), { maxKeys: 2 }),
    share: fc.constantFrom(0.5, 50),
  },
  { requiredKeys: [] },
);
const phone = fc.record({ id: name, number: fc.constantFrom('+12065550100', '+19005550100', '+441') });
const simple = fc.oneof(
  fc.record({ contactCenter: name }),
  fc.record({ branch: name }),
  fc.record({ phone }),
  fc.record({ lookUp: name }),
  fc.record({ message: fc.record({ id: name, words: fc.constantFrom('x', 'y') }) }),
);
const attempts = fc.array(
  fc.oneof(
    simple,
    fc.record({ nearestBranch: fc.record({ service: name, within: fc.constant(5) }) }),
    fc.record({
      choice: fc.record({
        from: fc.array(
          simple.map((attempt) => ({ ...attempt, weight: 1 })),
          { minLength: 2, maxLength: 3 },
        ),
      }),
    }),
  ),
  { minLength: 1, maxLength: 3 },
);
const files = fc.record({
  name: fc.constant('t'),
  callerId: fc.constant('+14255550100'),
  dialling: fc.constant({ allow: ['+1'], deny: ['+1900'] }),
  reasons: fc.constant({ a: { name: 'one' }, b: { name: 'one' } }),
  schedules: fc.constant({
    a: { timeZone: 'America/New_York', weekly: { 'mon-fri': ['09:00-17:00'] } },
    b: { like: 'c' },
    c: { like: 'b' },
  }),
  contactCenters: fc.constant({
    a: { voiceConnector: 'arn:aws:chime:us-east-1:111122223333:vc/abc', user: 'a', headers: { Bad: 'x' } },
  }),
  lookUps: fc.constant({ a: { url: 'https://example.com' } }),
  branches: fc.dictionary(
    fc.constantFrom('a', 'b', 'constructor'),
    phone.map(({ number }) => ({ name: 'x', number, coordinates: [47, -122], services: ['a'], schedule: 'b' })),
  ),
  rules: fc.array(fc.record({ id: fc.constantFrom('one', 'two', 'default'), when, attempts }), { maxLength: 5 }),
  default: fc.record({ attempts }),
});

describe('a table file with many errors', () => {
  it('is refused with all of them, and never breaks the compiler', () => {
    fc.assert(
      fc.property(files, (content) => {
        const compilation = compileTable(routingTableFileSchema.parse(content), { now });

        // Two reasons of one name, schedules that are like each other, a header that AWS refuses.
        if (compilation.kind === 'compiled') throw new Error('errors were lost');
        const codes = compilation.findings.map(({ code }) => code);
        expect(codes).toEqual(expect.arrayContaining(['synonym-twice', 'schedule-cycle', 'header-invalid']));
        expect(compilation.table?.rules).toHaveLength(content.rules.length);
      }),
      { numRuns: 200 },
    );
  });
});
