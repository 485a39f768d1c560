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
}
