import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { settings } from '../../shared/env.ts';
import { errorCodes } from '../../shared/errors.ts';

const root = new URL('../../', import.meta.url);
const readme = readFileSync(fileURLToPath(new URL('README.md', root)), 'utf8');
const manifest = JSON.parse(readFileSync(fileURLToPath(new URL('package.json', root)), 'utf8')) as Record<
  string,
  Record<string, string>
>;

/** What the first column of the table under a heading names; what belongs together may share a line. */
function listed(heading: string): string[] {
  const section = readme.split(/^## /m).find((text) => text.startsWith(heading)) ?? '';
  const cells = [...section.matchAll(/^\| (`[^|]+) \|/gm)].map(([, cell = '']) => cell);
  return cells.flatMap((cell) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name));
}

describe('README', () => {
  it('lists every error code, and no other', () => {
    expect(listed('Errors').toSorted()).toEqual(Object.keys(errorCodes).toSorted());
  });

  it('lists every setting of the functions, and no other', () => {
    expect(listed('Settings').toSorted()).toEqual(Object.keys(settings).toSorted());
  });

  it('gives a reason for every library', () => {
    const libraries = Object.keys({ ...manifest['dependencies'], ...manifest['devDependencies'] });

    expect(listed('Libraries').toSorted()).toEqual(libraries.toSorted());
  });

  it('names scripts that exist', () => {
    const named = [
      ...readme.matchAll(/npm (?:run (?:--silent )?)?(start|test|demo|routes|build|types|lint|test:interop)\b/g),
    ].map(([, script = '']) => script);

    expect(named).toContain('demo');
    for (const script of named) expect(Object.keys(manifest['scripts'] ?? {})).toContain(script);
  });
});
