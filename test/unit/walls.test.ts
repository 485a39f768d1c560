import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** One import for each wall that must not be there. */
const breaches: { from: string; imports: string }[] = [
  { from: 'skill/a.ts', imports: '../sma-handler/a.ts' },
  { from: 'skill/b.ts', imports: '../infra/functions.ts' },
  { from: 'sma-handler/a.ts', imports: '../skill/a.ts' },
  { from: 'sma-handler/events/b.ts', imports: '../../test/support/a.ts' },
  { from: 'console/api/a.ts', imports: '../../sma-handler/a.ts' },
  { from: 'shared/adapters/a.ts', imports: '../../skill/a.ts' },
  { from: 'shared/domain/a.ts', imports: 'zod' },
  { from: 'shared/domain/b.ts', imports: 'node:crypto' },
  { from: 'shared/domain/routing/c.ts', imports: '../../ports/clock.ts' },
  { from: 'shared/domain/d.ts', imports: '../errors.ts' },
  { from: 'shared/contracts/a.ts', imports: '../adapters/a.ts' },
  { from: 'shared/ports/a.ts', imports: '../contracts/a.ts' },
  { from: 'infra/local/a.ts', imports: '../../sma-handler/call-flow.ts' },
  { from: 'infra/local/phone/b.ts', imports: '../../../shared/domain/a.ts' },
  { from: 'infra/local/phone/c.ts', imports: '../../../shared/adapters/dynamodb/a.ts' },
  { from: 'infra/aws/a.ts', imports: '../local/a.ts' },
];

/** And some that may. */
const doors: { from: string; imports: string }[] = [
  { from: 'skill/door.ts', imports: '../shared/adapters/a.ts' },
  { from: 'shared/domain/door.ts', imports: './time.ts' },
  { from: 'infra/local/door.ts', imports: '../../shared/adapters/system/system-clock.ts' },
  { from: 'infra/local/phone/door.ts', imports: '../../../shared/contracts/a.ts' },
];

describe('the walls between the folders', () => {
  let reported: string[];
  beforeAll(() => {
    const tree = mkdtempSync(join(tmpdir(), 'walls-'));
    cpSync(join(root, '.oxlintrc.json'), join(tree, '.oxlintrc.json'));
    for (const { from, imports } of [...breaches, ...doors]) {
      mkdirSync(dirname(join(tree, from)), { recursive: true });
      writeFileSync(join(tree, from), `export * from '${imports}';\n`);
    }
    const { stdout } = spawnSync(join(root, 'node_modules/.bin/oxlint'), ['--format', 'json'], {
      cwd: tree,
      encoding: 'utf8',
      timeout: 30_000,
    });
    rmSync(tree, { recursive: true });
    const { diagnostics } = JSON.parse(stdout) as { diagnostics: { code: string; filename: string }[] };
    reported = diagnostics.filter(({ code }) => code.includes('no-restricted-imports')).map(({ filename }) => filename);
  });

  it.each(breaches)('keep $imports out of $from', ({ from }) => {
    expect(reported).toContain(from);
  });

  it.each(doors)('let $imports into $from', ({ from }) => {
    expect(reported).not.toContain(from);
  });
});
