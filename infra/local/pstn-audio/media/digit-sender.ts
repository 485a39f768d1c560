import { frameMilliseconds, frameSamples } from './audio.ts';
import { areKeys, buildTelephoneEvent } from './telephone-event.ts';

export interface DigitOptions {
  /** How long each key is held, ms; default 250. */
  readonly toneMilliseconds?: number;
  /** Pause after each key, ms; default 60. */
  readonly gapMilliseconds?: number;
  /** Calls the keys off: one that is down is let go, and those that follow are not pressed. */
  readonly signal?: AbortSignal;
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

/** Frames one after another: a packet, or nothing. */
type Frames = Generator<DigitPacket | undefined, void>;

/** RFC 4733 §2.5.1.4: the last packet is sent three times, for the loss of a single one would hold the key down. */
const endPackets = 3;
/** §2.5.1.3: a longer press goes on in a new segment; the most whole frames that 16 bits can count. */
const segmentFrames = Math.floor(0xffff / frameSamples);
const commaMilliseconds = 500;
const volume = 10;

/** Key presses waiting to be sent, one packet or pause for each 20 ms frame. */
export class DigitSender {
  readonly #presses: { readonly frames: Frames; readonly finish: () => void }[] = [];
  /** When the present frame begins. */
  #timestamp = 0;

  /**
   * Presses keys one after another: 0-9, *, #, A-D; a comma is half a second of nothing (Amazon Chime SDK developer
   * guide, send-digits). Resolves when the last pause is over, or all is called off.
   * @throws RangeError for any other character.
   */
  press(digits: string, options: DigitOptions = {}): Promise<void> {
    if (!areKeys(digits.replaceAll(',', ''))) throw new RangeError('only 0-9, *, #, A-D and the comma can be pressed');
    return new Promise((finish) => {
      this.#presses.push({ frames: this.#keys(digits, options), finish });
    });
  }

  /** Whether keys or pauses still wait. */
  get busy(): boolean {
    return this.#presses.length > 0;
  }

  /** What goes out in the frame that starts at `timestamp`; undefined leaves the frame to the audio. */
  next(timestamp: number): DigitPacket | undefined {
    this.#timestamp = timestamp;
    for (let press = this.#presses[0]; press !== undefined; press = this.#presses[0]) {
      const frame = press.frames.next();
      if (frame.done !== true) return frame.value;
      this.#presses.shift();
      press.finish();
    }
    return undefined;
  }

  /** Nothing more is pressed; whoever waits is let go. */
  cancel(): void {
    for (const { finish } of this.#presses.splice(0)) finish();
  }

  *#keys(digits: string, { toneMilliseconds = 250, gapMilliseconds = 60, signal }: DigitOptions): Frames {
    const isOver = (): boolean => signal?.aborted === true;
    for (const digit of digits) {
      if (isOver()) return;
      if (digit !== ',') yield* this.#key(digit, Math.max(1, Math.round(toneMilliseconds / frameMilliseconds)), isOver);
      yield* pause(digit === ',' ? commaMilliseconds : gapMilliseconds, isOver);
    }
  }

  *#key(digit: string, frames: number, isOver: () => boolean): Frames {
    let segmentStart = 0;
    let duration = 0;
    const packet = (elapsed: number | undefined, end: boolean): DigitPacket => ({
      digit,
      elapsed,
      payload: buildTelephoneEvent({ digit, end, duration, volume }),
      marker: elapsed === 0,
      timestamp: segmentStart,
    });
    let end = false;
    for (let frame = 0; !end; frame += 1) {
      const inSegment = frame % segmentFrames;
      if (inSegment === 0) segmentStart = this.#timestamp;
      duration = (inSegment + 1) * frameSamples;
      end = frame === frames - 1 || isOver();
      yield packet(frame * frameSamples, end);
    }
    for (let repeat = 1; repeat < endPackets; repeat += 1) yield packet(undefined, true);
  }
}

function* pause(milliseconds: number, isOver: () => boolean): Frames {
  for (let frame = Math.round(milliseconds / frameMilliseconds); frame > 0 && !isOver(); frame -= 1) yield undefined;
}
