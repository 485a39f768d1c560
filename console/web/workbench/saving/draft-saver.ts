import type { SavedDraft, TableSourceBody } from '../../../../shared/contracts/tables-api.ts';
import { Problem } from '../../data/problem.ts';
import type { Saving } from '../draft-desk.ts';
import type { LaterTimers } from '../timers.ts';
import { anyProblem } from './any-problem.ts';
import { sameSource, type DraftServer, type SaveAnswer } from './draft-server.ts';

/** After the last key stroke. */
const pauseMs = 800;
const firstRetryMs = 1000;
const longestRetryMs = 30_000;

export interface SaverDoors {
  readonly server: Pick<DraftServer, 'save' | 'load'>;
  readonly timers: LaterTimers;
  /** The texts as they are now, once they are written. */
  readonly texts: () => Promise<{ readonly revision: number; readonly source: TableSourceBody }>;
  readonly onChange: () => void;
  readonly onSaved: (revision: number, head: SavedDraft) => void;
  /** Somebody else has saved or ended the draft, and nothing of one's own is unsaved. */
  readonly onOvertaken: () => void;
}

/**
 * Saves a draft: a while after the last change, one request at a time, again and again while nobody answers, and never over what
 * somebody else has saved. Knows nothing of what is in the draft.
 */
export class DraftSaver {
  readonly #doors: SaverDoors;
  #head: SavedDraft | undefined;
  #basedOn = 0;
  #state: Saving = { kind: 'unchanged' };
  #isDirty = false;
  #underWay: Promise<void> | undefined;
  #timer: { cancel(): void } | undefined;
  #failures = 0;
  /** What the conflict is with. */
  #theirs: SavedDraft | undefined;
  /** Sent, and nobody said whether it arrived. */
  #unsure: TableSourceBody | undefined;
  #isClosed = false;

  constructor(doors: SaverDoors) {
    this.#doors = doors;
  }

  get state(): Saving {
    return this.#state;
  }

  get head(): SavedDraft | undefined {
    return this.#head;
  }

  /** Of a conflict: whose draft the person was told of; undefined: the draft is gone. */
  get theirs(): SavedDraft | undefined {
    return this.#theirs;
  }

  /** The version that the draft was begun from. */
  get basedOn(): number {
    return this.#basedOn;
  }

  /** Whether there is something that the API does not have yet. */
  get isDirty(): boolean {
    return this.#isDirty || this.#underWay !== undefined;
  }

  /** From here on: what the API has is what is shown. */
  begin(head: SavedDraft | undefined, basedOn: number): void {
    this.#timer?.cancel();
    this.#head = head;
    this.#basedOn = basedOn;
    this.#isDirty = false;
    this.#unsure = undefined;
    this.#failures = 0;
    this.#become(head === undefined ? { kind: 'unchanged' } : { kind: 'saved', at: head.at });
  }

  /** Something has changed. */
  edited(): void {
    this.#isDirty = true;
    if (this.#state.kind === 'conflict') return;
    this.#become({ kind: 'saving' });
    this.#later(pauseMs);
  }

  /** What others have, as one hears of it; undefined: there is no draft. */
  saw(head: SavedDraft | undefined): void {
    if (this.#underWay !== undefined || head?.etag === this.#head?.etag) return;
    // An answer that was lost on the way is found out about by the next attempt.
    if (this.#unsure !== undefined) return;
    if (this.#state.kind === 'conflict' && head?.etag === this.#theirs?.etag) return;
    if (this.#isDirty) this.#conflict(head);
    else this.#doors.onOvertaken();
  }

  /** What is here was made from something else than `head`: nothing is saved before that is settled. */
  collide(head: SavedDraft | undefined): void {
    this.#isDirty = true;
    this.#conflict(head);
  }

  /** Mine after all, over `head`; if there is another by now, that is a conflict again. */
  settle(head: SavedDraft | undefined, basedOn: number): Promise<void> {
    this.#head = head;
    this.#basedOn = basedOn;
    this.#isDirty = true;
    this.#become({ kind: 'saving' });
    return this.flush();
  }

  /** Resolves when everything is saved; rejects with the Problem that is in the way. */
  async flush(): Promise<void> {
    this.#timer?.cancel();
    if (this.#state.kind === 'conflict') throw inConflict();
    this.#underWay ??= this.#saveAll().finally(() => (this.#underWay = undefined));
    await this.#underWay;
  }

  close(): void {
    this.#isClosed = true;
    this.#timer?.cancel();
  }

  async #saveAll(): Promise<void> {
    while (this.#isDirty) {
      this.#isDirty = false;
      this.#become({ kind: 'saving' });
      try {
        await this.#saveOnce();
      } catch (error) {
        this.#isDirty = true;
        this.#fail(anyProblem(error));
        throw error;
      }
    }
  }

  async #saveOnce(): Promise<void> {
    const { revision, source } = await this.#doors.texts();
    const answer = await this.#ask(source);
    if (answer.kind === 'conflict') {
      this.#isDirty = true;
      this.#conflict(answer.head);
      throw inConflict();
    }
    this.#unsure = undefined;
    this.#failures = 0;
    this.#head = answer.head;
    this.#doors.onSaved(revision, answer.head);
    this.#become(this.#isDirty ? { kind: 'saving' } : { kind: 'saved', at: answer.head.at });
  }

  async #ask(source: TableSourceBody): Promise<SaveAnswer> {
    const before = this.#unsure;
    this.#unsure = source;
    const answer = await this.#doors.server.save(source, this.#basedOn, this.#head?.etag);
    if (answer.kind === 'saved' || before === undefined) {
      this.#unsure = undefined;
      return answer;
    }
    // Perhaps it is one's own saving that is in the way: its answer was lost.
    this.#unsure = before;
    const { draft } = await this.#doors.server.load();
    this.#unsure = undefined;
    if (draft === undefined || !sameSource(draft.source, before)) return answer;
    this.#head = draft;
    return this.#doors.server.save(source, this.#basedOn, draft.etag);
  }

  #conflict(head: SavedDraft | undefined): void {
    this.#timer?.cancel();
    this.#theirs = head;
    this.#become({ kind: 'conflict', ...(head === undefined ? {} : { theirs: { by: head.by, at: head.at } }) });
  }

  #fail(problem: Problem): void {
    if (this.#state.kind === 'conflict') return;
    if (problem.status > 0 && problem.status < 500) this.#unsure = undefined;
    this.#become({ kind: 'failed', problem });
    // Whoever is signed out can sign in again over the page.
    if (!problem.isPassing && problem.code !== 'signedOut') return;
    const wait = Math.min(longestRetryMs, firstRetryMs * 2 ** this.#failures);
    this.#failures += 1;
    this.#later(problem.retryAfterMs ?? wait);
  }

  #later(milliseconds: number): void {
    this.#timer?.cancel();
    if (this.#isClosed) return;
    this.#timer = this.#doors.timers.after(milliseconds, () => {
      // What went wrong is in the state.
      this.flush().catch(() => undefined);
    });
  }

  #become(state: Saving): void {
    this.#state = state;
    this.#doors.onChange();
  }
}

function inConflict(): Problem {
  return new Problem('Somebody else has changed the draft since: say first whose is to be kept.', {
    code: 'draft-changed',
    status: 409,
  });
}
