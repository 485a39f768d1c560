/** Something that can be called off; calling it off twice, or too late, does nothing. */
export interface Timer {
  cancel(): void;
}

/** Delays and repetitions. Nothing outside an adapter calls setTimeout or setInterval. */
export interface Timers {
  /** Runs `action` once, `milliseconds` from now (0 or more). */
  after(milliseconds: number, action: () => void): Timer;
  /** Runs `action` every `milliseconds` (more than 0) without drift, first one period from now. */
  every(milliseconds: number, action: () => void): Timer;
}
