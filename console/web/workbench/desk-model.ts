import type { SavedDraft, TableResponse, TableSourceBody } from '../../../shared/contracts/tables-api.ts';
import { Problem } from '../data/problem.ts';
import { Checking } from './checking.ts';
import type { DeskDoors, DeskState } from './desk-state.ts';
import { Publishing } from './publishing.ts';
import { anyProblem } from './saving/any-problem.ts';
import { DraftSaver } from './saving/draft-saver.ts';
import { sameSource } from './saving/draft-server.ts';
import type { LocalCopy } from './saving/local-copies.ts';
import { OwnCopy } from './saving/own-copy.ts';
import { Sheet } from './sheet.ts';
import { shownDesk, type DeskCommands } from './shown-desk.ts';
import type { TableEdit } from './table-edit.ts';

/** How often one looks whether somebody else has saved. */
const lookMs = 5000;

/** The desk without React: what is edited, checked, saved, and who else does. One for each table that is open. */
export class DeskModel {
  readonly #doors: DeskDoors;
  readonly #sheet: Sheet;
  readonly #saver: DraftSaver;
  readonly #checking: Checking;
  readonly #publishing: Publishing;
  readonly #copy: OwnCopy;
  readonly #listeners = new Set<() => void>();
  #state: DeskState = { kind: 'loading' };
  #published: TableResponse | undefined;
  #lastEditor: SavedDraft | undefined;
  #looking: { cancel(): void } | undefined;
  #isClosed = false;

  constructor(doors: DeskDoors) {
    this.#doors = doors;
    this.#copy = new OwnCopy(doors.copies, doors.now);
    this.#checking = new Checking({
      name: doors.name,
      bench: doors.benches.checker,
      timers: doors.timers,
      onChange: () => this.#show(),
      onBroken: (revision) => this.#sheet.broke(revision),
    });
    this.#saver = new DraftSaver({
      server: doors.server,
      timers: doors.timers,
      texts: () => this.#sheet.texts.wanted(),
      onChange: () => this.#show(),
      onSaved: (revision, head) => this.#saved(revision, head),
      onOvertaken: () => void this.#takeTheirs(false).catch(() => undefined),
    });
    this.#sheet = new Sheet({
      writer: doors.benches.writer,
      onChange: () => this.#show(),
      onTexts: (revision, source) => this.#written(revision, source),
      now: doors.now,
    });
    this.#publishing = new Publishing({
      server: doors.server,
      saver: this.#saver,
      sheet: this.#sheet,
      published: () => this.#published,
      onPublished: (published) => this.#inForce(published),
      onOvertaken: () => this.#takeTheirs(false),
    });
  }

  get state(): DeskState {
    return this.#state;
  }

  /** What is typed would be lost if the page were closed now. */
  get isUnsafe(): boolean {
    return this.#saver.isDirty && this.#copy.revision !== this.#sheet.now?.revision;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  async start(): Promise<void> {
    this.#become({ kind: 'loading' });
    try {
      const [{ draft, published }, copy] = await Promise.all([
        this.#doors.server.load(),
        this.#doors.mayEdit ? this.#copy.left() : undefined,
      ]);
      const source = draft?.source ?? published?.source;
      if (source === undefined)
        throw new Problem('There is no table of this name.', { code: 'table-not-found', status: 404 });
      this.#published = published;
      this.#saver.begin(draft, draft?.basedOn ?? published?.version.version ?? 0);
      this.#noteEditor(draft);
      this.#sheet.open(source);
      if (copy !== undefined && !sameSource(copy.source, source)) this.#restore(copy, draft);
      this.#look();
    } catch (error) {
      const problem = anyProblem(error);
      this.#become({ kind: 'problem', problem, retry: () => void this.start() });
    }
  }

  /** Looks at once whether somebody else has saved: another tab says so. */
  async look(): Promise<void> {
    this.#looking?.cancel();
    const known = this.#saver.head?.etag;
    try {
      const { draft, current } = await this.#doors.server.heads();
      if (this.#isClosed) return;
      // The draft is gone by what was published from here, whose answer was lost.
      if (draft === undefined && (await this.#publishing.isOwn(current?.version))) return;
      if (draft?.by !== this.#doors.me) this.#noteEditor(draft);
      // What was saved from here while the answer came, it does not know of.
      if (this.#saver.head?.etag === known) this.#saver.saw(draft);
      if (current?.version !== this.#published?.version.version) await this.#follow(draft);
    } catch {
      // Nobody answers: the next look may do better, and the page says so elsewhere.
    } finally {
      this.#look();
    }
  }

  /** Saves what is not saved yet. */
  async finish(): Promise<void> {
    this.#looking?.cancel();
    if (this.#saver.isDirty) await this.#saver.flush();
  }

  close(): void {
    this.#isClosed = true;
    this.#saver.close();
    this.#checking.close();
    this.#looking?.cancel();
    this.#sheet.close();
    this.#doors.benches.checker.close();
  }

  #edit(edits: TableEdit | readonly TableEdit[], words: string): void {
    const list = 'op' in edits ? [edits] : edits;
    if (!this.#doors.mayEdit || list.length === 0) return;
    this.#sheet.edit(list, words, () => this.#edited());
  }

  #edited(): void {
    this.#saver.edited();
    this.#show();
  }

  #restore(copy: LocalCopy, draft: SavedDraft | undefined): void {
    this.#sheet.replace(copy.source, 'what was not saved when the page was left');
    const isFresh =
      copy.etag === draft?.etag && (draft !== undefined || copy.basedOn === (this.#published?.version.version ?? 0));
    // Made from another draft than there is now: whose is to be kept is asked.
    if (!isFresh) this.#saver.collide(draft);
    this.#saver.edited();
  }

  #written(revision: number, source: TableSourceBody): void {
    this.#checking.check(revision, source);
    if (this.#saver.isDirty) void this.#copy.keep({ revision, source }, this.#saver);
    this.#show();
  }

  #saved(revision: number, head: SavedDraft): void {
    this.#noteEditor(head);
    this.#doors.tellTabs();
    if (this.#sheet.now?.revision !== revision) return;
    this.#copy.clear();
  }

  #noteEditor(head: SavedDraft | undefined): void {
    this.#lastEditor = head?.by === this.#doors.me ? undefined : head;
    this.#show();
  }

  #look(): void {
    this.#looking?.cancel();
    if (!this.#isClosed) this.#looking = this.#doors.timers.after(lookMs, () => void this.look());
  }

  /** Another version is in force. Whoever has no draft sees it; else the next edit would begin from the one before. */
  async #follow(draft: SavedDraft | undefined): Promise<void> {
    const hasDraft = draft !== undefined || this.#saver.head !== undefined || this.#saver.isDirty;
    await (hasDraft ? this.#readPublished() : this.#takeTheirs(false));
  }

  async #readPublished(): Promise<void> {
    const { published } = await this.#doors.server.load();
    this.#published = published;
    this.#show();
  }

  /** What was here is in force. */
  async #inForce(published: TableResponse | undefined): Promise<void> {
    this.#doors.tellTabs();
    if (published !== undefined) {
      this.#published = published;
      this.#show();
      return;
    }
    // That the page does not know all of it yet is mended by the next look.
    await this.#readPublished().catch(() => undefined);
  }

  /** What the API has takes the place of what is here, which can be had back by undo. */
  async #takeTheirs(clearsCopy: boolean): Promise<void> {
    const { draft, published } = await this.#doors.server.load();
    const source = draft?.source ?? published?.source;
    // Something was typed while the answer came: now it is a conflict.
    if (!clearsCopy && this.#saver.isDirty) {
      this.#saver.collide(draft);
      return;
    }
    this.#published = published;
    this.#noteEditor(draft);
    this.#saver.begin(draft, draft?.basedOn ?? published?.version.version ?? 0);
    if (source !== undefined && !sameSource(source, this.#sheet.texts.last?.source))
      this.#sheet.replace(source, draft === undefined ? 'the draft was ended' : 'what somebody else has saved');
    if (clearsCopy) this.#copy.clear();
    this.#show();
  }

  async #settle(choice: 'mine' | 'theirs'): Promise<void> {
    try {
      if (choice === 'theirs') {
        await this.#takeTheirs(true);
        return;
      }
      // Over what the person was told of, and nobody else's.
      const { theirs } = this.#saver;
      const basedOn = theirs?.basedOn ?? (await this.#doors.server.heads()).current?.version ?? 0;
      await this.#saver.settle(theirs, basedOn);
    } catch {
      // The conflict, or what became of it, is still shown.
    }
  }

  async #discard(): Promise<void> {
    // What is under way would otherwise begin another draft.
    await this.#saver.flush().catch(() => undefined);
    const { head } = this.#saver;
    if (head !== undefined) await this.#doors.server.discard(head.etag);
    this.#doors.tellTabs();
    await this.#takeTheirs(true);
  }

  #show(): void {
    const { now } = this.#sheet;
    if (now === undefined || this.#isClosed || (this.#state.kind !== 'ready' && !now.isRead)) return;
    const desk = shownDesk({
      doors: this.#doors,
      sheet: this.#sheet,
      now,
      saver: this.#saver,
      checking: this.#checking,
      commands: this.#commands,
      published: this.#published,
      lastEditor: this.#lastEditor,
    });
    this.#become({ kind: 'ready', desk });
  }

  /** The same functions always, so that nothing is drawn again for them. */
  readonly #commands: DeskCommands = {
    edit: (edits, words) => this.#edit(edits, words),
    undo: () => {
      if (this.#sheet.undo()) this.#edited();
    },
    redo: () => {
      if (this.#sheet.redo()) this.#edited();
    },
    settle: (choice) => void this.#settle(choice),
    discard: () => this.#discard(),
    review: () => this.#publishing.review(),
    publish: (because) => this.#publishing.publish(because),
  };

  #become(state: DeskState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}
