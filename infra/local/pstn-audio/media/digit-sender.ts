import { frameMilliseconds, frameSamples } from './audio.ts';
import { areKeys, buildTelephoneEvent } from './telephone-event.ts';

export interface DigitTiming {
  /** How long each key is held, ms; default 250. */
  readonly toneMilliseconds?: number;
  /** Pause after each key, ms; default 60. */
  readonly gapMilliseconds?: number;
}

/** One telephone-event packet to be sent in this frame instead of audio. */
export interface DigitPacket {
  readonly digit: string;
  /** Samples since the key went down; undefined when this packet only says again that it was let go. */
  readonly elapsed: number | undefined;
  readonly payload: Uint8Array;
  readonly marker: boolean;
  readonly timestamp: number;
}

type Step = (timestamp: number) => DigitPacket | undefined;

/** RFC 4733 §2.5.1.4: the last packet is sent three times, for the loss of a single one would hold the key down. */
const endPackets = 3;
/** §2.5.1.3: a longer press goes on in a new segment; the most whole frames that 16 bits can count. */
const segmentFrames = Math.floor(0xffff / frameSamples);
const commaMilliseconds = 500;
const volume = 10;

/** Key presses waiting to be sent, one packet or pause for each 20 ms frame. */
export class DigitSender {
  readonly #steps: Step[] = [];
  readonly #waiting = new Set<() => void>();

  /**
   * Presses keys one after another: 0-9, *, #, A-D; a comma is half a second of nothing (Amazon Chime SDK developer
   * guide, send-digits). Resolves when the last pause is over, or all is called off.
   * @throws RangeError for any other character.
   */
  press(digits: string, { toneMilliseconds = 250, gapMilliseconds = 60 }: DigitTiming = {}): Promise<void> {
    if (!areKeys(digits.replaceAll(',', ''))) throw new RangeError('only 0-9, *, #, A-D and the comma can be pressed');
    for (const digit of digits) {
      if (digit === ',') this.#pause(commaMilliseconds);
      else {
        this.#press(digit, Math.max(1, Math.round(toneMilliseconds / frameMilliseconds)));
        this.#pause(gapMilliseconds);
      }
    }
    return new Promise((resolve) => {
      this.#waiting.add(resolve);
      this.#steps.push(() => {
        this.#waiting.delete(resolve);
        resolve();
        return undefined;
      });
    });
  }

  /** Whether keys or pauses still wait. */
  get busy(): boolean {
    return this.#steps.length > 0;
  }

  /** What goes out in the frame that starts at `timestamp`; undefined leaves the frame to the audio. */
  next(timestamp: number): DigitPacket | undefined {
    return this.#steps.shift()?.(timestamp);
  }

  /** Nothing more is pressed; whoever waits is let go. */
  cancel(): void {
    this.#steps.length = 0;
    for (const resolve of this.#waiting) resolve();
    this.#waiting.clear();
  }

  #press(digit: string, frames: number): void {
    let segmentStart = 0;
    const packet = (duration: number, end: boolean, elapsed: number | undefined): DigitPacket => ({
      digit,
      elapsed,
      payload: buildTelephoneEvent({ digit, end, duration, volume }),
      marker: elapsed === 0,
      timestamp: segmentStart,
    });
    for (let frame = 0; frame < frames; frame += 1) {
      const inSegment = frame % segmentFrames;
      const last = frame === frames - 1;
      this.#steps.push((timestamp) => {
        if (inSegment === 0) segmentStart = timestamp;
        return packet((inSegment + 1) * frameSamples, last, frame * frameSamples);
      });
    }
    const duration = (((frames - 1) % segmentFrames) + 1) * frameSamples;
    for (let repeat = 1; repeat < endPackets; repeat += 1) this.#steps.push(() => packet(duration, true, undefined));
  }

  #pause(milliseconds: number): void {
    for (let frame = Math.round(milliseconds / frameMilliseconds); frame > 0; frame -= 1)
      this.#steps.push(() => undefined);
  }
}
