import { access, constants } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { delimiter, join } from 'node:path';
import { systemTimers } from '../../../../../shared/adapters/system/system-timers.ts';
import type { Timers } from '../../../../../shared/ports/timers.ts';
import { cachedSpeech } from './cached-speech.ts';
import { espeak } from './espeak.ts';
import { limitedSpeech } from './limited-speech.ts';
import type { SpeechSynthesizer } from './speech-synthesizer.ts';
import { toneSpeech } from './tone-speech.ts';

export interface FindSpeechOptions {
  readonly timers?: Timers;
  /** Folders to search, as in the environment variable PATH, which is the default. */
  readonly path?: string;
}

/** Best first. */
const programs = ['espeak-ng', 'espeak'] as const;

/** The best speech synthesizer that is installed; where there is none, a hum with the rhythm of speech. Never rejects. */
export async function findSpeechSynthesizer({
  timers = systemTimers,
  path = process.env['PATH'] ?? '',
}: FindSpeechOptions = {}): Promise<SpeechSynthesizer> {
  const folders = path.split(delimiter).filter((folder) => folder !== '');
  for (const name of programs) {
    for (const folder of folders) {
      const program = join(folder, name);
      if (await isExecutable(program))
        return cachedSpeech(limitedSpeech(espeak({ timers, program, name }), availableParallelism()));
    }
  }
  return toneSpeech;
}

async function isExecutable(program: string): Promise<boolean> {
  try {
    await access(program, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
