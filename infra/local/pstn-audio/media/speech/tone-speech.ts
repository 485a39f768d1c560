import { sampleRate, saturate } from '../audio.ts';
import type { SpeechSynthesizer } from './speech-synthesizer.ts';
import { spokenPieces, type SpokenPiece } from './spoken-pieces.ts';

/** In milliseconds. */
const syllable = 130;
const betweenWords = 60;
const betweenSentences = 280;
/** The voice goes up and down between these pitches, Hz. */
const lowest = 180;
const span = 140;
/** Two minutes: a thousand characters take less, and pauses without end would take up all memory. */
const longest = 120 * sampleRate;

/**
 * Speaks where no synthesizer is installed: a hummed syllable for each group of vowels, its pitch made from its letters,
 * with pauses at words and sentences. It has the length and the rhythm of speech, no meaning, and is the same every time.
 * Of SSML it knows pauses, paragraphs, sentences, speed, spelling and aliases.
 */
export const toneSpeech: SpeechSynthesizer = {
  name: 'tone-speech',
  say(text, { textType }) {
    const pieces: readonly SpokenPiece[] =
      textType === 'ssml' ? spokenPieces(text) : [{ kind: 'words', text, speed: 1 }];
    return Promise.resolve(joined(pieces.flatMap(sounds)));
  },
};

function sounds(piece: SpokenPiece): Int16Array[] {
  if (piece.kind === 'pause') return [pause(piece.milliseconds)];
  return piece.text
    .split(/\s+/)
    .filter((word) => word !== '')
    .flatMap((word) => wordParts(word, piece.speed));
}

function wordParts(word: string, speed: number): Int16Array[] {
  const syllables = word.toLowerCase().match(/[^aeiouyà-ÿ]*[aeiouyà-ÿ]+/g) ?? [word];
  return [
    ...syllables.map((letters) => hum(pitchOf(letters), syllable / speed)),
    pause((/[.!?:;]$/.test(word) ? betweenSentences : betweenWords) / speed),
  ];
}

function pitchOf(letters: string): number {
  let hash = 0;
  for (const letter of letters) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) % 9973;
  return lowest + (hash % span);
}

/** A fundamental with two harmonics, swelling and dying away. */
function hum(frequencyHz: number, milliseconds: number): Int16Array {
  const length = Math.round((sampleRate * milliseconds) / 1000);
  const turn = (2 * Math.PI * frequencyHz) / sampleRate;
  return Int16Array.from({ length }, (_, n) => {
    const swell = Math.sin((Math.PI * n) / length);
    return saturate(
      swell * (5000 * Math.sin(turn * n) + 2500 * Math.sin(2 * turn * n) + 1200 * Math.sin(3 * turn * n)),
    );
  });
}

function pause(milliseconds: number): Int16Array {
  return new Int16Array(Math.round((sampleRate * milliseconds) / 1000));
}

function joined(parts: readonly Int16Array[]): Int16Array {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const all = new Int16Array(Math.min(length, longest));
  let at = 0;
  for (const part of parts) {
    const room = all.length - at;
    if (room <= 0) break;
    all.set(part.subarray(0, room), at);
    at += part.length;
  }
  return all;
}
