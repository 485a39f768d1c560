import { sampleRate, type Pcm } from './audio.ts';
import { columnTones, keypad, rowTones } from './dtmf-tones.ts';

/** Frames in a row that make a press, and that end it: 40 ms, as ITU-T Q.24 wants a press to be and a pause to be at least. */
const framesNeeded = 2;
/** The two tones must carry this much of all power heard: speech and music seldom do. */
const shareNeeded = 0.7;
/** Either may be stronger by 10 dB: lines are not flat. */
const mostTwist = 10;
/** Of the two together, -40 dBFS. */
const powerNeeded = (32_767 ** 2 / 2) * 10 ** (-40 / 10);

/** Hears the keys of telephones that send them as tones (ITU-T Q.23), frame by frame. */
export class DtmfDetector {
  #candidate: string | undefined;
  #frames = 0;
  #down: string | undefined;

  /** The key when this frame is the first that makes sure of it. */
  accept(frame: Pcm): string | undefined {
    const key = keyIn(frame);
    this.#frames = key === this.#candidate ? this.#frames + 1 : 1;
    this.#candidate = key;
    if (this.#frames < framesNeeded || key === this.#down) return undefined;
    this.#down = key;
    return key;
  }
}

function keyIn(frame: Pcm): string | undefined {
  let total = 0;
  for (const sample of frame) total += sample * sample;
  total /= frame.length;
  if (total < powerNeeded) return undefined;
  const row = strongest(rowTones, frame);
  const column = strongest(columnTones, frame);
  const twist = row.power / column.power;
  if (row.power + column.power < shareNeeded * total || twist > mostTwist || twist < 1 / mostTwist) return undefined;
  return keypad[row.place]?.[column.place];
}

function strongest(tones: readonly number[], frame: Pcm): { readonly place: number; readonly power: number } {
  const powers = tones.map((hertz) => powerAt(hertz, frame));
  const power = Math.max(...powers);
  return { place: powers.indexOf(power), power };
}

/** Goertzel's algorithm: the power of one tone. */
function powerAt(hertz: number, frame: Pcm): number {
  const coefficient = 2 * Math.cos((2 * Math.PI * hertz) / sampleRate);
  let before = 0;
  let last = 0;
  for (const sample of frame) [before, last] = [last, sample + coefficient * last - before];
  const magnitudeSquared = last * last + before * before - coefficient * last * before;
  return (2 * magnitudeSquared) / frame.length ** 2;
}
