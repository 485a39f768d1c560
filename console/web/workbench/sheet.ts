import type { TableSourceBody } from '../../../shared/contracts/tables-api.ts';
import { Problem } from '../data/problem.ts';
import type { BenchPort } from './bench/benches.ts';
import type { BenchAnswer, BenchRequest } from './bench/messages.ts';
import { EditRefused } from './edit-json.ts';
import { done, noHistory, placeOfTyping, redone, undone, type EditHistory, type Typing } from './edit-history.ts';
import { editedSnapshot, readSnapshot, typedSnapshot, withText, type Snapshot } from './snapshot.ts';
import type { TableEdit } from './table-edit.ts';
import { WrittenTexts } from './written-texts.ts';

export interface SheetDoors {
  readonly writer: BenchPort;
  readonly onChange: () => void;
  /** The bench has written the texts of what is shown. */
  readonly onTexts: (revision: number, source: TableSourceBody) => void;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/** What is written on: the table as it is shown, the bench that writes its texts, and the way back. It saves nothing. */
export class Sheet {
  readonly texts = new WrittenTexts();
  readonly #doors: SheetDoors;
  readonly #snapshots = new Map<number, Snapshot>();
  /** Edits that wait for a text to be read. */
  #unread: (() => void)[] = [];
  #now: Snapshot | undefined;
  #lastRevision = 0;
  #history: EditHistory = noHistory;

  constructor(doors: SheetDoors) {
    this.#doors = doors;
    doors.writer.listen((answer) => this.#hear(answer));
  }

  /** What is shown; undefined: nothing was opened. */
  get now(): Snapshot | undefined {
    return this.#now;
  }

  /** What undo would take back. */
  get undoable(): string | undefined {
    return this.#history.past[0]?.words;
  }

  get redoable(): string | undefined {
    return this.#history.future[0]?.words;
  }

  /** From here on, with nothing to go back to. */
  open(source: TableSourceBody): void {
    const revision = this.#lastRevision + 1;
    this.#history = noHistory;
    this.#snapshots.clear();
    this.#keep(typedSnapshot(revision, source.table.text));
    this.#doors.writer.ask({ kind: 'open', revision, source });
  }

  /** Another source than before, that can be taken back. */
  replace(source: TableSourceBody, words: string): void {
    const revision = this.#lastRevision + 1;
    const next = typedSnapshot(revision, source.table.text, this.#now);
    this.#goOn(next, { kind: 'open', revision, source }, { words });
  }

  /** All edits or none. `onEdited` may come later, when a text that was just typed is read. @throws EditRefused */
  edit(edits: readonly TableEdit[], words: string, onEdited: () => void): void {
    const before = this.#now;
    if (before === undefined) return;
    if (!before.isRead && edits.some(({ op }) => op !== 'text')) {
      this.#unread.push(() => this.edit(edits, words, onEdited));
      return;
    }
    const revision = this.#lastRevision + 1;
    const after = editedSnapshot(before, edits, revision);
    const place = placeOfTyping(edits);
    const typing = place === undefined ? {} : { typing: { place, at: this.#doors.now() } };
    this.#goOn(after, { kind: 'edit', revision, on: before.revision, edits }, { words, ...typing });
    onEdited();
  }

  /** Something that was edited cannot be read as a table any more: it is shown as a text that somebody typed. */
  broke(revision: number): void {
    const snapshot = this.#snapshots.get(revision);
    if (snapshot?.isRead !== true || snapshot.plain.file === undefined) return;
    const broken = readSnapshot(snapshot, {});
    this.#snapshots.set(revision, broken);
    if (this.#now?.revision !== revision) return;
    this.#now = broken;
    this.#doors.onChange();
  }

  /** @returns whether there was anything to take back. */
  undo(): boolean {
    return this.#travel(undone);
  }

  redo(): boolean {
    return this.#travel(redone);
  }

  close(): void {
    this.texts.fail(new Error('the desk is closed'));
    this.#doors.writer.close();
  }

  #travel(way: typeof undone): boolean {
    if (this.#now === undefined) return false;
    const travelled = way(this.#history, { revision: this.#now.revision, weight: this.#weightOf(this.#now) });
    const snapshot = travelled && this.#snapshots.get(travelled.to);
    if (travelled === undefined || snapshot === undefined) return false;
    this.#history = travelled.history;
    this.#now = snapshot;
    this.texts.want(snapshot.revision);
    this.#doors.writer.ask({ kind: 'recall', revision: snapshot.revision });
    return true;
  }

  #goOn(next: Snapshot, request: BenchRequest, step: { readonly words: string; readonly typing?: Typing }): void {
    const before = this.#now;
    if (before === undefined) return;
    const { history, forgotten } = done(this.#history, {
      ...step,
      revision: before.revision,
      weight: this.#weightOf(before),
    });
    this.#history = history;
    for (const revision of forgotten) this.#snapshots.delete(revision);
    this.#keep(next);
    this.#doors.writer.ask(request);
    // Last: the request may be about one of them.
    if (forgotten.length > 0) this.#doors.writer.ask({ kind: 'forget', revisions: forgotten });
  }

  #keep(snapshot: Snapshot): void {
    this.#lastRevision = Math.max(this.#lastRevision, snapshot.revision);
    this.#now = snapshot;
    this.#snapshots.set(snapshot.revision, snapshot);
    this.texts.want(snapshot.revision);
  }

  /** Steps that leave the branches alone share them. */
  #weightOf({ plain, view }: Snapshot): number {
    const before = this.#snapshots.get(this.#history.past[0]?.revision ?? 0);
    return before?.plain.branches === plain.branches ? 0 : view.branches.size;
  }

  #hear(answer: BenchAnswer): void {
    switch (answer.kind) {
      case 'read': {
        const { kind: _kind, revision, ...plain } = answer;
        const snapshot = this.#snapshots.get(revision);
        if (snapshot === undefined) return;
        const read = readSnapshot(snapshot, plain);
        this.#snapshots.set(revision, read);
        if (this.#now?.revision !== revision) return;
        this.#now = read;
        this.#doors.onChange();
        this.#editUnread();
        return;
      }
      case 'texts': {
        const { revision, source } = answer;
        if (!this.texts.take({ revision, source }) || this.#now === undefined) return;
        this.#now = withText(this.#now, source);
        this.#snapshots.set(revision, this.#now);
        this.#doors.onTexts(revision, source);
        return;
      }
      case 'failed':
        this.texts.fail(new Problem('', { code: 'unexpected', status: 0, cause: answer.message }));
        return;
      default:
    }
  }

  #editUnread(): void {
    for (const edit of this.#unread.splice(0)) {
      try {
        edit();
      } catch (error) {
        // The text that was read has no such place: what is shown now says so.
        if (!(error instanceof EditRefused)) throw error;
      }
    }
  }
}
