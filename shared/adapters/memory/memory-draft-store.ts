import { draftIsOver } from '../../domain/draft-life.ts';
import { sittingSince } from '../../domain/sitting.ts';
import type { EpochMs } from '../../domain/time.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Draft, DraftHead, DraftResult, DraftSaving, DraftStore } from '../../ports/draft-store.ts';
import type { Ids } from '../../ports/ids.ts';

type KeptDraft = Draft & { readonly since: EpochMs };

/** Drafts of routing tables in this process: for tests, and for trying things out. */
export class MemoryDraftStore implements DraftStore {
  readonly #drafts = new Map<string, KeptDraft>();
  readonly #clock: Clock;
  readonly #ids: Ids;

  constructor({ clock, ids }: { readonly clock: Clock; readonly ids: Ids }) {
    this.#clock = clock;
    this.#ids = ids;
  }

  head(name: string): Promise<DraftHead | undefined> {
    const draft = this.#of(name);
    return Promise.resolve(draft && headOf(draft));
  }

  get(name: string): Promise<Draft | undefined> {
    const draft = this.#of(name);
    return Promise.resolve(draft && { ...headOf(draft), source: structuredClone(draft.source) });
  }

  list(): Promise<ReadonlyMap<string, DraftHead>> {
    const heads = [...this.#drafts.keys()].flatMap((name) => {
      const draft = this.#of(name);
      return draft === undefined ? [] : [[name, headOf(draft)] as const];
    });
    return Promise.resolve(new Map(heads));
  }

  save(name: string, saving: DraftSaving, expected: string | undefined): Promise<DraftResult> {
    const conflict = this.#conflict(name, expected);
    if (conflict !== undefined) return Promise.resolve(conflict);
    const etag = this.#ids.uuid();
    const since = sittingSince(saving, this.#of(name));
    this.#drafts.set(name, structuredClone({ ...saving, etag, since }));
    return Promise.resolve({ kind: 'saved', etag, beginsSitting: since === saving.at });
  }

  discard(name: string, expected: string): ReturnType<DraftStore['discard']> {
    if (this.#of(name) === undefined) return Promise.resolve({ kind: 'none' });
    const conflict = this.#conflict(name, expected);
    if (conflict !== undefined) return Promise.resolve(conflict);
    this.#drafts.delete(name);
    return Promise.resolve({ kind: 'discarded' });
  }

  #conflict(name: string, expected: string | undefined): (DraftResult & { kind: 'conflict' }) | undefined {
    const draft = this.#of(name);
    if (draft?.etag === expected) return undefined;
    return { kind: 'conflict', ...(draft === undefined ? {} : { head: headOf(draft) }) };
  }

  #of(name: string): KeptDraft | undefined {
    const draft = this.#drafts.get(name);
    return draft === undefined || draftIsOver(draft.at, this.#clock.now()) ? undefined : draft;
  }
}

function headOf({ etag, by, at, basedOn }: Draft): DraftHead {
  return { etag, by, at, basedOn };
}
