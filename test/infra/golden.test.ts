import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { synthesisedApp, type SynthesisedApp } from './synthesised-app.ts';

const folder = fileURLToPath(new URL('golden', import.meta.url));
const howToRenew =
  'If that is what was meant: GOLDEN=write npm run jest -- test/infra/golden, and look at what git diff shows';
/** More than this nobody reads in a review. */
const mostBytes = 350_000;

let app: SynthesisedApp;
let written: ReadonlyMap<string, string>;
beforeAll(() => {
  app = synthesisedApp();
  written = new Map(app.stacks.map(({ name, json }) => [`${name}.json`, linesOf(json)]));
  if (process.env['GOLDEN'] !== 'write') return;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [file, text] of written) writeFileSync(join(folder, file), text);
}, 120_000);
afterAll(() => app.remove());

describe('the templates of a deployment', () => {
  it('are those that were looked at', () => {
    const golden = new Map(readdirSync(folder).map((file) => [file, readFileSync(join(folder, file), 'utf8')]));

    const changed = [...new Set([...golden.keys(), ...written.keys()])].flatMap((file) =>
      changes(golden.get(file) ?? '', written.get(file) ?? '').map((line) => `${file} ${line}`),
    );

    if (changed.length > 0) throw new Error(`templates have changed:\n${changed.join('\n')}\n${howToRenew}`);
  });

  it('are short enough to be looked at', () => {
    expect([...written.values()].reduce((sum, text) => sum + text.length, 0)).toBeLessThan(mostBytes);
  });

  it('name no code by its hash: code changes every day', () => {
    expect([...written.values()].join('')).not.toMatch(/[0-9a-f]{64}/);
  });
});

/**
 * A line for each resource and output, so that what changed is told by its name. With ' for ", which would take an escape each in
 * what is JSON itself.
 */
function linesOf(template: object): string {
  const line = (value: unknown): string => JSON.stringify(value).replaceAll('"', "'");
  const sections = Object.entries(template).map(([section, entries]: [string, unknown]) => [
    section,
    typeof entries === 'object' && entries !== null
      ? Object.fromEntries(Object.entries(entries).map(([name, value]) => [name, line(value)]))
      : line(entries),
  ]);
  return `${JSON.stringify(Object.fromEntries(sections), null, 2)}\n`.replace(/[0-9a-f]{64}/g, '<hash>');
}

function changes(before: string, after: string): readonly string[] {
  const old = new Set(entriesOf(before));
  const now = new Set(entriesOf(after));
  return [
    ...[...old].filter((line) => !now.has(line)).map((line) => `- ${line.slice(0, 200)}`),
    ...[...now].filter((line) => !old.has(line)).map((line) => `+ ${line.slice(0, 200)}`),
  ];
}

function entriesOf(text: string): readonly string[] {
  return text.split('\n').map((line) => line.trim().replace(/,$/, ''));
}
