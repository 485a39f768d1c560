import type { SpeechOptions, SpeechSynthesizer } from './speech-synthesizer.ts';

/** About four minutes of speech, at 8 kHz. */
const defaultMaximumSamples = 2_000_000;

/**
 * Remembers what was said last, so that the same words to the next caller cost nothing. What is being said is waited for by all who
 * want it; what fails is not remembered. Nobody may change the samples.
 */
export function cachedSpeech(
  synthesizer: SpeechSynthesizer,
  maximumSamples: number = defaultMaximumSamples,
): SpeechSynthesizer {
  const said = new Map<string, Promise<Int16Array>>();
  const lengths = new Map<string, number>();
  let total = 0;

  const forget = (key: string): void => {
    total -= lengths.get(key) ?? 0;
    lengths.delete(key);
    said.delete(key);
  };

  const remember = (key: string, samples: Int16Array): void => {
    lengths.set(key, samples.length);
    total += samples.length;
    for (const oldest of lengths.keys()) {
      if (total <= maximumSamples) return;
      forget(oldest);
    }
  };

  return {
    name: synthesizer.name,
    say(text, options) {
      const key = keyOf(text, options);
      const known = said.get(key);
      if (known !== undefined) return known;
      const saying = synthesizer.say(text, options);
      said.set(key, saying);
      saying.then(
        (samples) => remember(key, samples),
        () => forget(key),
      );
      return saying;
    },
  };
}

function keyOf(text: string, { textType, languageCode = '' }: SpeechOptions): string {
  return JSON.stringify([textType, languageCode, text]);
}
