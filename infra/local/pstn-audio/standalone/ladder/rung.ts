import { maskNumbers, type Privacy } from '../watching/privacy.ts';

/** What a rung is about, which is also its colour. */
export type RungTone = 'sip' | 'event' | 'action' | 'log' | 'good' | 'bad';

/** One line of the ladder, before it is laid out. */
export interface Rung {
  /** Who it is about: a leg, a function, `action`. */
  readonly lane: string;
  readonly mark: '─►' | '◄─' | '▶' | '■' | '│' | '✖' | '';
  readonly text: string;
  readonly tone: RungTone;
  /** Milliseconds that something took. */
  readonly took?: number;
  /** Lines that stand below it, whole. */
  readonly block?: readonly string[];
}

/** What no event tells, for whoever looks for the reason. */
export function noteRung(lane: Rung['lane'], note: string, privacy: Privacy): Rung {
  return { lane, mark: '│', text: maskNumbers(note, privacy), tone: 'bad' };
}
