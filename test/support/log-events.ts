import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

/**
 * What may stand in `event` of log lines that code in these folders writes: every kebab-case text in it, and for each kind of happening
 * the name that `logRecord` makes of it.
 */
export function eventsIn(folders: readonly string[]): ReadonlySet<string> {
  const sources = folders
    .flatMap((folder) => globSync(`${root}/${folder}/**/*.ts`))
    .map((file) => readFileSync(file, 'utf8'));
  const texts = sources.flatMap((source) =>
    [...source.matchAll(/'([a-z]+(?:-[a-z]+)+)'/g)].map(([, text = '']) => text),
  );
  return new Set([...texts, ...happenings()]);
}

function happenings(): readonly string[] {
  const source = readFileSync(`${root}/shared/domain/call-flow/happening.ts`, 'utf8');
  const kinds = [...source.matchAll(/readonly kind: ([^;}]+)/g)].flatMap(([, kind = '']) => kind.match(/\w+/g) ?? []);
  return kinds.map((kind) => `call-${kind.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`);
}
