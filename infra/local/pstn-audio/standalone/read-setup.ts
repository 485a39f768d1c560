import { dirname, resolve } from 'node:path';
import type { PstnAudioConfig } from '../config/config.ts';
import { problemLine } from '../config/problem.ts';
import { readPstnAudioConfig } from '../config/read-config.ts';
import { defaultSip, type SipConfig } from '../config/sip.ts';
import type { SipListening } from '../service/listen-for-sip.ts';
import { defineFunctions, type DefinedFunction } from './functions/define-functions.ts';
import { readLocalFiles } from './local-files.ts';
import { StandaloneError } from './standalone-error.ts';

/** All that a configuration file names, found and read. */
export interface Setup {
  readonly config: PstnAudioConfig;
  /** Where the file is. */
  readonly folder: string;
  readonly sip: SipConfig;
  readonly tls: SipListening['tls'] | undefined;
  readonly functions: readonly DefinedFunction[];
}

/** Reads a configuration file and looks at what it names; rejects with a StandaloneError that tells all that is wrong. Starts nothing. */
export async function readSetup(configFile: string): Promise<Setup> {
  const reading = await readPstnAudioConfig(configFile);
  if (reading.kind === 'wrong') throw new StandaloneError(reading.problems.map(problemLine));
  const { config } = reading;
  const sip = config.Sip ?? defaultSip;
  const { functions, problems: ofFunctions } = await defineFunctions(config.Functions);
  const { tls, problems: ofFiles } = await readLocalFiles(sip, config.Buckets);
  const problems = [...ofFunctions, ...ofFiles];
  if (problems.length > 0) throw new StandaloneError(problems);
  return { config, folder: dirname(resolve(configFile)), sip, tls, functions };
}
