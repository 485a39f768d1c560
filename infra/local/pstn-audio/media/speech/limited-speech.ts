import type { SpeechSynthesizer } from './speech-synthesizer.ts';

/** Lets so many be under way at a time; whoever comes after waits, first come first served. A burst of calls is no burst of processes. */
export function limitedSpeech(synthesizer: SpeechSynthesizer, mostAtOnce: number): SpeechSynthesizer {
  const waiting: (() => void)[] = [];
  let underWay = 0;

  const begin = async (): Promise<void> => {
    if (underWay >= mostAtOnce) await new Promise<void>((resolve) => waiting.push(resolve));
    else underWay += 1;
  };
  /** Whoever waits takes the place as it is: nobody who comes now is before them. */
  const end = (): void => {
    const next = waiting.shift();
    if (next === undefined) underWay -= 1;
    else next();
  };

  return {
    name: synthesizer.name,
    async say(text, options) {
      await begin();
      try {
        return await synthesizer.say(text, options);
      } finally {
        end();
      }
    },
  };
}
