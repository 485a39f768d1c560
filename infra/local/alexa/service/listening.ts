import type { Timer, Timers } from '../../../../shared/ports/timers.ts';
import type { AlexaTurn } from './turn.ts';

/** How long an Echo waits for words once it listens, in milliseconds. */
export const listeningMs = 8000;

export interface ListeningOptions {
  /** Milliseconds before Alexa takes it that nobody speaks; 8,000 unless told. */
  readonly forMs?: number;
  /** Told of the turns that silence takes: the question again, then the end of the session. */
  readonly onSilence: (turn: AlexaTurn) => void;
}

interface Services {
  readonly timers: Timers;
  readonly listening: ListeningOptions | undefined;
  /** Takes the turn that belongs to silence. */
  readonly keepSilent: () => Promise<AlexaTurn>;
}

/** The open microphone: silence is counted by the clock, when that is wanted. */
export class Microphone {
  readonly #services: Services;
  #timer: Timer | undefined;

  constructor(services: Services) {
    this.#services = services;
  }

  /** Somebody speaks, or nobody is waited for any more. */
  close(): void {
    this.#timer?.cancel();
    this.#timer = undefined;
  }

  /** Alexa has finished a turn. */
  after({ sessionOpen }: AlexaTurn): void {
    this.close();
    const { timers, listening, keepSilent } = this.#services;
    if (!sessionOpen || listening === undefined) return;
    this.#timer = timers.after(listening.forMs ?? listeningMs, () => void keepSilent().then(listening.onSilence));
  }
}
