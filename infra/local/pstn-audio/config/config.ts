import { crossProblems } from './cross-checks/cross-problems.ts';
import { ConfigError, type ConfigProblem } from './problem.ts';
import { pstnAudioConfigSchema, type PstnAudioConfig } from './config-schema.ts';
import { plainWords, schemaProblems } from './schema-problems.ts';

export type { PstnAudioConfig } from './config-schema.ts';

export type ConfigReading =
  | { readonly kind: 'config'; readonly config: PstnAudioConfig }
  /** At least one. */
  | { readonly kind: 'wrong'; readonly problems: readonly ConfigProblem[] };

/** Checks a configuration: first every field for itself, then, when each is right, how they fit together. */
export function checkPstnAudioConfig(value: unknown): ConfigReading {
  const read = pstnAudioConfigSchema.safeParse(value, { error: plainWords });
  const problems = read.success ? crossProblems(read.data) : schemaProblems(read.error.issues);
  return read.success && problems.length === 0 ? { kind: 'config', config: read.data } : { kind: 'wrong', problems };
}

/** The configuration with its defaults filled in; throws a ConfigError that names every wrong field. */
export function parsePstnAudioConfig(value: unknown): PstnAudioConfig {
  const reading = checkPstnAudioConfig(value);
  if (reading.kind === 'wrong') throw new ConfigError(reading.problems);
  return reading.config;
}
