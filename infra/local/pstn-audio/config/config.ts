import type * as z from 'zod';
import { crossProblems } from './cross-checks/cross-problems.ts';
import { ConfigError, type ConfigProblem } from './problem.ts';
import { pstnAudioConfigSchema, type PstnAudioConfig } from './config-schema.ts';
import { plainWords, schemaProblems } from './schema-problems.ts';
import { soundPart } from './sound-part.ts';

export type { PstnAudioConfig } from './config-schema.ts';

export type ConfigReading =
  | { readonly kind: 'config'; readonly config: PstnAudioConfig }
  /** At least one. */
  | { readonly kind: 'wrong'; readonly problems: readonly ConfigProblem[] };

/** Checks a configuration: every field for itself, and how those that are right fit together. */
export function checkPstnAudioConfig(value: unknown): ConfigReading {
  const read = pstnAudioConfigSchema.safeParse(value, { error: plainWords });
  if (!read.success) return { kind: 'wrong', problems: problemsOf(value, read.error.issues) };
  const problems = crossProblems(read.data);
  return problems.length === 0 ? { kind: 'config', config: read.data } : { kind: 'wrong', problems };
}

function problemsOf(value: unknown, issues: readonly z.core.$ZodIssue[]): readonly ConfigProblem[] {
  const sound = soundPart(value, issues);
  const ofTheWhole = sound === undefined ? [] : crossProblems(sound.config);
  return [...schemaProblems(issues), ...ofTheWhole.flatMap((problem) => sound?.placed(problem) ?? [])];
}

/** The configuration with its defaults filled in; throws a ConfigError that names every wrong field. */
export function parsePstnAudioConfig(value: unknown): PstnAudioConfig {
  const reading = checkPstnAudioConfig(value);
  if (reading.kind === 'wrong') throw new ConfigError(reading.problems);
  return reading.config;
}
