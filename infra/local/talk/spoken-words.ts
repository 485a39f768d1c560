import { buildWav } from '../pstn-audio/media/wav.ts';
import { sampleRate } from '../pstn-audio/media/audio.ts';
import type { SpeechSynthesizer } from '../pstn-audio/media/speech/speech-synthesizer.ts';

/** Between one thing said and the next, in milliseconds. */
const pauseMs = 700;

/** Something to say: SSML where there is some. */
export interface SpokenText {
  readonly text: string;
  readonly ssml?: string;
}

/** Speaks what it is given, one after the other, as one recording. */
export class SpokenWords {
  readonly #synthesizer: SpeechSynthesizer;
  readonly #languageCode: string;
  readonly #spoken: Promise<Int16Array | undefined>[] = [];

  constructor(synthesizer: SpeechSynthesizer, languageCode: string) {
    this.#synthesizer = synthesizer;
    this.#languageCode = languageCode;
  }

  /** Begins to speak it; nothing at all is not spoken. */
  add({ text, ssml }: SpokenText): void {
    if (text === '') return;
    const languageCode = this.#languageCode;
    const spoken =
      ssml === undefined
        ? this.#synthesizer.say(text, { textType: 'text', languageCode })
        : this.#synthesizer.say(ssml, { textType: 'ssml', languageCode });
    // What cannot be spoken is missing, and is counted; the rest is there.
    this.#spoken.push(spoken.catch(() => undefined));
  }

  /** A WAV file of it all, 8 kHz mono, and how much of it could not be spoken. */
  async finish(): Promise<{ readonly wav: Uint8Array; readonly unspoken: number }> {
    const spoken = await Promise.all(this.#spoken);
    const pieces = spoken.filter((piece) => piece !== undefined);
    const pause = (sampleRate * pauseMs) / 1000;
    const samples = new Int16Array(pieces.reduce((sum, piece) => sum + piece.length + pause, 0));
    let at = 0;
    for (const piece of pieces) {
      samples.set(piece, at);
      at += piece.length + pause;
    }
    return { wav: buildWav({ rate: sampleRate, samples }), unspoken: spoken.length - pieces.length };
  }
}
