import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { compileTexts } from '../../../console/routing/compile-texts.ts';
import { epochMs } from '../../../shared/domain/time.ts';
import { commands } from '../../../console/cli/commands.ts';
import { headerProfiles } from '../../../shared/domain/routing/header-profile.ts';

const root = new URL('../../../', import.meta.url);
const readme = readFileSync(fileURLToPath(new URL('console/README.md', root)), 'utf8');

/** Everything in quotes in the first column of the table with that heading. */
function listed(heading: string): string[] {
  const [, rows = ''] = readme.split(`\n| ${heading} |`);
  const [table = ''] = rows.split('\n\n');
  return table
    .split('\n')
    .flatMap((row) =>
      [...(/^\| ([^|]+)\|/.exec(row)?.[1] ?? '').matchAll(/`([a-z0-9-]+)`/g)].map(([, name = '']) => name),
    );
}

/** As they are written where findings are made. */
function codesInTheSources(): string[] {
  const sources = new URL('console/routing/', root);
  const texts = readdirSync(sources, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => readFileSync(new URL(name, sources), 'utf8'));
  const codes = texts.flatMap((text) =>
    [...text.matchAll(/(?:\b(?:error|warning|note|report)\(|\bcode: )\s*'([a-z]+(?:-[a-z0-9]+)+)'/g)].map(
      ([, code = '']) => code,
    ),
  );
  return [...new Set([...codes, 'missing'])];
}

describe("the operators' guide", () => {
  it('explains every finding, and no other', () => {
    expect(listed('finding').toSorted()).toEqual(codesInTheSources().toSorted());
  });

  it('shows a table that is in order', () => {
    const text = [...readme.matchAll(/```yaml\n(.*?)```/gs)].map(([, part = '']) => part).join('\n');
    const branches = {
      name: 'branches.csv',
      text: `${/`(id,name,[a-zA-Z,]+)`/.exec(readme)?.[1]}\ndowntown,Downtown,+12065550141,47.6,-122.3,,,accounts;cards,branch-hours,12\n`,
    };

    const compilation = compileTexts(
      { table: { name: 'table.yaml', text }, branches },
      { now: epochMs(Date.UTC(2026, 10, 20)) },
    );

    expect(compilation.kind === 'invalid' ? compilation.findings : []).toEqual([]);
  });

  it('explains every header profile, and no other', () => {
    expect(listed('header profile').toSorted()).toEqual(headerProfiles.toSorted());
  });

  it('shows commands that exist', () => {
    const shown = [...readme.matchAll(/npm run routes -- ([a-z]+)/g)].map(([, name = '']) => name);

    expect(shown).toContain('check');
    for (const name of shown) expect(commands.map((each) => each.name)).toContain(name);
  });
});
