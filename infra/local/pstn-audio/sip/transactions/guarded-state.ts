/** A state that changes only along the moves drawn for it; any other move is a bug and throws. */
export class GuardedState<State extends string> {
  #current: State;
  readonly #moves: Readonly<Record<State, readonly State[]>>;

  constructor(initial: State, moves: Readonly<Record<State, readonly State[]>>) {
    this.#current = initial;
    this.#moves = moves;
  }

  get current(): State {
    return this.#current;
  }

  /** Whether the state is one of these. */
  in(...states: readonly State[]): boolean {
    return states.includes(this.#current);
  }

  become(next: State): void {
    if (!this.#moves[this.#current].includes(next)) throw new TypeError(`no move from ${this.#current} to ${next}`);
    this.#current = next;
  }
}
