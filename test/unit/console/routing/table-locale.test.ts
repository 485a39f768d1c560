import { describeTable } from '../../../../console/routing/describe-table.ts';
import { diffTables, type TableDiff } from '../../../../console/routing/diff/diff-tables.ts';
import { callerOfFile } from '../../../../shared/contracts/caller-file.ts';
import type { RoutingTable } from '../../../../shared/domain/routing/table.ts';
import { tableFileWith } from '../../../support/table-file-builder.ts';
import { errorsOf, findingsOf, now, tableOf } from './compile-fixture.ts';

const name = 'name: example-bank\n';

/** The small table with a locale, more at its top, and other conditions for its rule. */
function fileWith(locale: string | undefined, { more = '', when = 'reason: [billing]' } = {}): string {
  const line = locale === undefined ? '' : `locale: ${locale}\n`;
  return tableFileWith(name, `${name}${line}${more}`).replace('reason: [billing]', when);
}

function tableWith(...file: Parameters<typeof fileWith>): RoutingTable {
  return tableOf(fileWith(...file));
}

function entriesBetween(before: RoutingTable, after: RoutingTable): TableDiff['entries'] {
  return diffTables(before, after, { now }).entries;
}

describe('the locale of a table file', () => {
  it('is the table’s', () => {
    expect(tableWith('fr-CA').locale).toBe('fr-CA');
  });

  it('is absent when it is not written', () => {
    expect(Object.keys(tableWith(undefined))).not.toContain('locale');
  });

  it.each(['fr', 'fr_CA', 'FR-ca', 'french', '12'])('is refused as %s', (locale) => {
    expect(errorsOf(fileWith(locale))).toEqual([
      expect.objectContaining({ code: 'invalid-value', path: 'locale', line: 2 }),
    ]);
  });

  it('tells whoever gives a language alone what is missing', () => {
    const [finding] = errorsOf(fileWith('fr'));

    expect(finding?.message).toBe('must be a language with its region, such as en-US or fr-CA: it names a voice');
  });

  it('is told to whoever reads the table', () => {
    const line = 'callers of whom no locale is known are taken to speak fr-CA';

    expect(describeTable({ version: 1, table: tableWith('fr-CA') })).toContain(line);
    expect(describeTable({ version: 1, table: tableWith(undefined) }).join()).not.toContain('locale');
  });

  it('shows the menu as it is said to those who dial', () => {
    const more = 'menu: { greeting: { default: Welcome., fr: Bienvenue. }, reasons: [billing] }\n';

    const [asked] = describeTable({ version: 1, table: tableWith('fr-CA', { more }) }).filter((line) =>
      line.includes('are asked'),
    );

    expect(asked).toContain('"Bienvenue."');
  });

  it('makes a rule for its language one that takes those who dial, in what check says', () => {
    const more = 'menu: { reasons: [billing] }\n';
    const when = 'reason: [billing], locale: [fr]';
    const codes = (locale?: string): string[] => findingsOf(fileWith(locale, { more, when })).map(({ code }) => code);

    expect(codes()).toContain('menu-reason-idle');
    expect(codes('fr-CA')).not.toContain('menu-reason-idle');
  });
});

describe('another locale, in the comparison of two tables', () => {
  it.each([
    { before: undefined, after: 'fr-CA', from: 'en-US', to: 'fr-CA' },
    { before: 'fr-CA', after: 'es-US', from: 'fr-CA', to: 'es-US' },
    { before: 'fr-CA', after: undefined, from: 'fr-CA', to: 'en-US' },
  ])('is told with a caller who hears it: $before, then $after', ({ before, after, from, to }) => {
    const [entry, ...more] = entriesBetween(tableWith(before), tableWith(after));

    expect(more).toEqual([]);
    expect(entry).toMatchObject({ kind: 'locale', from, to });
    expect(callerOfFile(entry!.witness!.context)).toEqual({ entry: 'phone', attributes: {} });
  });

  it('is none when the one that is usual is written out', () => {
    expect(entriesBetween(tableWith(undefined), tableWith('en-US'))).toEqual([]);
  });

  it('is told beside what it changes: who is taken by a rule, and what is asked', () => {
    const parts = {
      more: 'menu: { greeting: { default: Welcome., fr: Bienvenue. }, reasons: [billing] }\n',
      when: 'reason: [billing], locale: [fr]',
    };
    const other = (text: string): RoutingTable =>
      tableOf(text.replace('attempts:\n      - contactCenter: support', 'attempts: [{ branch: downtown }]'));

    const entries = entriesBetween(other(fileWith(undefined, parts)), other(fileWith('fr-CA', parts)));

    expect(entries).toMatchObject([
      { kind: 'route', before: 'default', after: 'bills', witness: { context: { reason: { id: 'billing' } } } },
      { kind: 'locale' },
      { kind: 'menu', from: '"Welcome." 1 a bill or a charge', to: '"Bienvenue." 1 a bill or a charge' },
    ]);
    expect(callerOfFile(entries[0]!.witness!.context).locale).toBeUndefined();
  });
});
