import type { Timers } from '../../../../../shared/ports/timers.ts';
import { toPhoneRate } from '../resample.ts';
import { parseWav } from '../wav.ts';
import { runProgram } from './run-program.ts';
import { SpeechError } from './speech-error.ts';
import type { SpeechOptions, SpeechSynthesizer } from './speech-synthesizer.ts';

export interface EspeakOptions {
  readonly timers: Timers;
  /** Path of espeak-ng or espeak. */
  readonly program: string;
  readonly name?: string;
}

const timeoutMilliseconds = 5000;
/** About six minutes at 22,050 Hz. */
const maxOutputBytes = 16 * 1024 * 1024;

/** Speaks with eSpeak NG or its forerunner. Rejects with SpeechError. */
export function espeak({ timers, program, name = 'espeak' }: EspeakOptions): SpeechSynthesizer {
  const speak = (text: string, args: readonly string[]): Promise<Buffer> =>
    // The text goes through a pipe: as an argument, every user of the machine could read it, and it could pass for an option.
    runProgram({
      program,
      args: ['--stdout', '--stdin', ...args],
      input: text,
      timers,
      timeoutMilliseconds,
      maxOutputBytes,
    });

  return {
    name,
    async say(text, { textType, languageCode }) {
      const markup = textType === 'ssml' ? ['-m'] : [];
      const voice = voiceOf(languageCode);
      const output = await speak(text, [...markup, ...voice]).catch((error: unknown) => {
        // It may know no such language: then its own must do.
        if (voice.length > 0 && error instanceof SpeechError && error.failure === 'failed') return speak(text, markup);
        throw error;
      });
      const read = parseWav(output);
      if (read.kind === 'unreadable') throw new SpeechError('unreadable', `${name} wrote no sound: ${read.problem}`);
      return await toPhoneRate(read.wav);
    },
  };
}

/** eSpeak names its voices after BCP 47 tags, in lower case. Anything that is no such tag is left out. */
function voiceOf(languageCode: SpeechOptions['languageCode']): string[] {
  return languageCode !== undefined && /^[a-z]{2,3}(-[a-z0-9]{2,8}){0,2}$/i.test(languageCode)
    ? ['-v', languageCode.toLowerCase()]
    : [];
}
