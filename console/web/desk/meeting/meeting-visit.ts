/** An adviser's way into a meeting, and out of it. */
export type MeetingState =
  | { readonly kind: 'joining' }
  | { readonly kind: 'there'; readonly isMuted: boolean; readonly link: 'good' | 'poor' | 'reconnecting' }
  | { readonly kind: 'left' }
  /** What happened, and what to do; `problem`: what a request failed with instead. */
  | { readonly kind: 'failed'; readonly words: string; readonly forward: string }
  | { readonly kind: 'refused'; readonly problem: unknown };

/** Where an adviser hears and speaks by. */
export interface AudioInput {
  readonly id: string;
  readonly name: string;
}

export interface MeetingSnapshot {
  readonly state: MeetingState;
  /** Empty where there is nothing to choose from. */
  readonly inputs: readonly AudioInput[];
  readonly input?: string;
}

/** One stay in a meeting. It has begun when it is had; after `left`, `failed` and `refused` it is over. */
export interface MeetingVisit {
  /** The same object until something changes. */
  readonly snapshot: () => MeetingSnapshot;
  readonly subscribe: (listener: () => void) => () => void;
  /** Absent: this cannot be muted. */
  readonly mute?: (isMuted: boolean) => void;
  readonly chooseInput: (id: string) => void;
  readonly leave: () => void;
}

export type JoinMeeting = (transactionId: string) => MeetingVisit;

/** Keeps a snapshot, and tells whoever listens. */
export class MeetingTeller {
  #snapshot: MeetingSnapshot = { state: { kind: 'joining' }, inputs: [] };
  readonly #listeners = new Set<() => void>();

  readonly snapshot = (): MeetingSnapshot => this.#snapshot;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  get isOver(): boolean {
    const { kind } = this.#snapshot.state;
    return kind === 'left' || kind === 'failed' || kind === 'refused';
  }

  /** Nothing is told of what is over. */
  tell(change: Partial<MeetingSnapshot>): void {
    if (this.isOver) return;
    this.#snapshot = { ...this.#snapshot, ...change };
    for (const listener of this.#listeners) listener();
  }
}
