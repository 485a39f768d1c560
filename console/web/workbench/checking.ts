import type { FindingAnswer, TableSourceBody } from '../../../shared/contracts/tables-api.ts';
import type { BenchPort } from './bench/benches.ts';
import { sameSource } from './saving/draft-server.ts';
import type { LaterTimers } from './timers.ts';

/** After the last edit. */
const pauseMs = 150;

interface CheckingDoors {
  readonly name: string;
  readonly bench: BenchPort;
  readonly timers: LaterTimers;
  readonly onChange: () => void;
  /** The texts of this revision do not make a table. */
  readonly onBroken: (revision: number) => void;
}

interface Wanted {
  readonly revision: number;
  readonly source: TableSourceBody;
}

/** Has texts checked, one at a time: what has come up meanwhile is checked afterwards, and only the last of it. */
export class Checking {
  readonly #doors: CheckingDoors;
  #findings: readonly FindingAnswer[] = [];
  #wanted: Wanted | undefined;
  #underWay: Wanted | undefined;
  /** The last. */
  #asked: Wanted | undefined;
  #timer: { cancel(): void } | undefined;
  #id = 0;

  constructor(doors: CheckingDoors) {
    this.#doors = doors;
    doors.bench.listen((answer) => {
      if (answer.kind !== 'checked' && answer.kind !== 'failed') return;
      if (answer.id !== this.#id) return;
      const checked = this.#underWay;
      this.#underWay = undefined;
      if (answer.kind === 'checked' && this.#wanted === undefined) {
        this.#findings = answer.findings;
        if (!answer.isTable && checked !== undefined) doors.onBroken(checked.revision);
      }
      if (this.#timer === undefined) this.#next();
      doors.onChange();
    });
  }

  /** Of the last texts that were checked. */
  get findings(): readonly FindingAnswer[] {
    return this.#findings;
  }

  get isBusy(): boolean {
    return this.#underWay !== undefined || this.#wanted !== undefined;
  }

  check(revision: number, source: TableSourceBody): void {
    const { revision: last, source: text } = this.#wanted ?? this.#asked ?? {};
    if (last === revision && sameSource(text, source)) return;
    this.#wanted = { revision, source };
    this.#timer?.cancel();
    this.#timer = this.#doors.timers.after(pauseMs, () => {
      this.#timer = undefined;
      if (this.#underWay === undefined) this.#next();
    });
  }

  close(): void {
    this.#timer?.cancel();
  }

  #next(): void {
    const wanted = this.#wanted;
    if (wanted === undefined) return;
    this.#wanted = undefined;
    this.#underWay = wanted;
    this.#asked = wanted;
    this.#id += 1;
    this.#doors.bench.ask({ kind: 'check', id: this.#id, name: this.#doors.name, source: wanted.source });
  }
}
