import type * as z from 'zod';
import { pstnAudioConfigSchema, type PstnAudioConfig } from './config-schema.ts';
import type { ConfigProblem } from './problem.ts';

/** What is left of a configuration without what is wrong in it, so that the rest can be looked at as a whole. */
export interface SoundPart {
  readonly config: PstnAudioConfig;
  /** A problem that was found in what is left, with its place in the file; undefined when it may come of what is missing only. */
  placed(problem: ConfigProblem): ConfigProblem | undefined;
}

/** Undefined when nothing of it can be looked at. */
export function soundPart(value: unknown, issues: readonly z.core.$ZodIssue[]): SoundPart | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const sections = new Map<string, unknown>(Object.entries(value));
  const unknown = issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys' && issue.path.length === 0 ? issue.keys : [],
  );
  const damaged = new Set(issues.flatMap(({ path: [section] }) => (typeof section === 'string' ? [section] : [])));
  const places = new Map<string, readonly number[]>();
  for (const section of damaged) {
    const list = sections.get(section);
    const wrong = new Set(issues.filter(({ path }) => path[0] === section).map(({ path }) => path[1]));
    if (Array.isArray(list) && !wrong.has(undefined)) {
      const sound = [...list.keys()].filter((index) => !wrong.has(index));
      places.set(section, sound);
      sections.set(
        section,
        sound.map((index): unknown => list[index]),
      );
    } else sections.delete(section);
  }
  for (const name of unknown) sections.delete(name);
  const read = pstnAudioConfigSchema.safeParse(Object.fromEntries(sections));
  if (!read.success) return undefined;
  // A name that is not known may be meant for any section that is not there.
  const isWhole = (section: string): boolean =>
    !damaged.has(section) && (unknown.length === 0 || sections.has(section));
  return {
    config: read.data,
    placed: ({ path, message, missingIn }) =>
      missingIn === undefined || isWhole(missingIn)
        ? { path: placesIn(path, places), message: placesIn(message, places) }
        : undefined,
  };
}

/** `SipRules[0]` counts what is left; in the file it may be `SipRules[2]`. */
function placesIn(text: string, places: ReadonlyMap<string, readonly number[]>): string {
  return text.replaceAll(/\b(\w+)\[(\d+)\]/g, (place, section: string, index: string) => {
    const original = places.get(section)?.[Number(index)];
    return original === undefined ? place : `${section}[${original}]`;
  });
}
