import { sampleRate, saturate } from '../audio.ts';
import type { SpeechSynthesizer } from './speech-synthesizer.ts';

/** In milliseconds. */
const syllable = 130;
const betweenWords = 60;
const betweenSentences = 280;
/** The voice goes up and down between these pitches, Hz. */
const lowest = 180;
const span = 140;

/**
 * Speaks where no synthesizer is installed: a hummed syllable for each group of vowels, its pitch made from its letters,
 * with pauses at words and sentences. It has the length and the rhythm of speech, no meaning, and is the same every time.
 */
export const toneSpeech: SpeechSynthesizer = {
  name: 'tone-speech',
  say(text, { textType }) {
    const plain = textType === 'ssml' ? text.replaceAll(/<[^>]*>/g, ' ') : text;
    const parts = plain
      .split(/\s+/)
      .filter((word) => word !== '')
      .flatMap(wordParts);
    return Promise.resolve(Int16Array.from(parts.flatMap((part) => [...part])));
  },
};

function wordParts(word: string): Int16Array[] {
  const syllables = word.toLowerCase().match(/[^aeiouyà-ÿ]*[aeiouyà-ÿ]+/g) ?? [word];
  return [
    ...syllables.map((letters) => hum(pitchOf(letters))),
    pause(/[.!?:;]$/.test(word) ? betweenSentences : betweenWords),
  ];
}

function pitchOf(letters: string): number {
  let hash = 0;
  for (const letter of letters) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) % 9973;
  return lowest + (hash % span);
}

/** A fundamental with two harmonics, swelling and dying away. */
function hum(frequencyHz: number): Int16Array {
  const length = (sampleRate * syllable) / 1000;
  const turn = (2 * Math.PI * frequencyHz) / sampleRate;
  return Int16Array.from({ length }, (_, n) => {
    const swell = Math.sin((Math.PI * n) / length);
    return saturate(
      swell * (5000 * Math.sin(turn * n) + 2500 * Math.sin(2 * turn * n) + 1200 * Math.sin(3 * turn * n)),
    );
  });
}

function pause(milliseconds: number): Int16Array {
  return new Int16Array((sampleRate * milliseconds) / 1000);
}
