import type { TableSourceBody } from '../../../../shared/contracts/tables-api.ts';
import type { EpochMs } from '../../../../shared/domain/time.ts';
import type { LaterTimers } from '../timers.ts';
import { editState, openState, textsOf, type BenchState } from './bench-state.ts';
import { CompiledTexts } from './compiled-texts.ts';
import type { BenchAnswer, BenchRequest } from './messages.ts';
import { simulateTexts } from './simulate-texts.ts';

export interface BenchDoors {
  readonly answer: (answer: BenchAnswer) => void;
  readonly timers: LaterTimers;
  readonly now: () => EpochMs;
}

/** Reads, edits, writes, checks: all that takes longer than a key stroke. One bench is for one table, and knows nothing of workers. */
export class Bench {
  readonly #doors: BenchDoors;
  readonly #states = new Map<number, BenchState>();
  readonly #texts = new CompiledTexts();
  #simulated: TableSourceBody | undefined;
  #writing: { cancel(): void } | undefined;

  constructor(doors: BenchDoors) {
    this.#doors = doors;
  }

  take(request: BenchRequest): void {
    try {
      this.#take(request);
    } catch (error) {
      const about = 'id' in request ? { id: request.id } : {};
      this.#doors.answer({ kind: 'failed', ...about, message: error instanceof Error ? error.message : String(error) });
    }
  }

  #take(request: BenchRequest): void {
    const { answer, now } = this.#doors;
    switch (request.kind) {
      case 'open':
        this.#put(request.revision, openState(request.source), true);
        return;
      case 'edit': {
        const before = this.#states.get(request.on);
        if (before === undefined) throw new Error('the revision that the edit changes is not known any more');
        const isTyped = request.edits.some(({ op }) => op === 'text');
        this.#put(request.revision, editState(before, request.edits), isTyped);
        return;
      }
      case 'recall':
        this.#write(request.revision);
        return;
      case 'forget':
        for (const revision of request.revisions) this.#states.delete(revision);
        return;
      case 'check': {
        const { id, name, source } = request;
        answer({ kind: 'checked', id, ...this.#texts.check(source, { name, now: now() }) });
        return;
      }
      case 'simulate': {
        const { id, question, wantsFacts } = request;
        this.#simulated = request.source ?? this.#simulated;
        if (this.#simulated === undefined) throw new Error('no table was given yet to simulate by');
        const result = simulateTexts({ source: this.#simulated, question, wantsFacts }, this.#texts, now());
        answer({ kind: 'simulated', id, result });
      }
    }
  }

  #put(revision: number, state: BenchState, isRead: boolean): void {
    this.#states.set(revision, state);
    if (isRead) this.#doors.answer({ kind: 'read', revision, ...state.plain });
    this.#write(revision);
  }

  /** When all that waits is done: of ten edits in a row only the last is written. */
  #write(revision: number): void {
    this.#writing?.cancel();
    this.#writing = this.#doors.timers.after(0, () => {
      const state = this.#states.get(revision);
      if (state !== undefined) this.#doors.answer({ kind: 'texts', revision, source: textsOf(state) });
    });
  }
}
