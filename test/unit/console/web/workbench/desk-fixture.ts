import { noCalls } from '../../../../../console/routing-api/review/last-week.ts';
import type {
  DraftResponse,
  SavedDraft,
  TableResponse,
  TableSourceBody,
} from '../../../../../shared/contracts/tables-api.ts';
import { Problem } from '../../../../../console/web/data/problem.ts';
import { Bench } from '../../../../../console/web/workbench/bench/bench.ts';
import type { BenchPort } from '../../../../../console/web/workbench/bench/benches.ts';
import type { BenchAnswer } from '../../../../../console/web/workbench/bench/messages.ts';
import { DeskModel } from '../../../../../console/web/workbench/desk-model.ts';
import type { DraftDesk } from '../../../../../console/web/workbench/draft-desk.ts';
import type { DraftServer, SaveAnswer } from '../../../../../console/web/workbench/saving/draft-server.ts';
import type { LocalCopies, LocalCopy } from '../../../../../console/web/workbench/saving/local-copies.ts';
import { TimersFake } from '../../../../support/timers-fake.ts';

export const tableText = `name: shop
callerId: "+12065550100" # ours
dialling: { allow: ["+1"] }
rules:
  - id: first # the first
    attempts: [{ phone: { id: desk, number: "+12065550101" } }]
  - id: second
    attempts: [{ phone: { id: desk, number: "+12065550101" } }]
default:
  attempts: [{ phone: { id: desk, number: "+12065550101" } }]
`;

export function sourceOf(text: string): TableSourceBody {
  return { table: { name: 'shop.yaml', text } };
}

/** The draft of one table as the API keeps it, for several who edit. */
export class DraftServerFake {
  draft: DraftResponse | undefined;
  published: TableResponse = publishedTable(1, tableText);
  /** What the next requests meet: nobody answers, before or after the draft was saved. */
  readonly faults: ('lost' | 'answerLost' | 'refused')[] = [];
  readonly saves: string[] = [];
  /** What the next publishing meets: nobody answers, before or after it is in force; and then nobody answers who looks. */
  publishFault: 'lost' | 'answerLost' | 'silence' | undefined;
  #isSilent = false;
  /** Answers about heads are on their way so long. */
  headsWait: Promise<void> = Promise.resolve();
  #etags = 0;

  as(by: string): DraftServer {
    return {
      load: async () => {
        this.#speak();
        return { ...this.#maybeDraft(this.draft), published: this.published };
      },
      heads: async () => {
        this.#speak();
        const heads = { ...this.#maybeDraft(this.draft && headOf(this.draft)), current: this.published.version };
        await this.headsWait;
        return heads;
      },
      save: async (source, basedOn, etag) => this.save(by, source, basedOn, etag),
      discard: async () => void (this.draft = undefined),
      review: async () => ({ ...reviewOfNothing, against: this.published.version.version }),
      publish: async ({ basedOn, because, etag }) => this.#publish(basedOn, because, etag),
    };
  }

  save(by: string, source: TableSourceBody, basedOn: number, etag: string | undefined): SaveAnswer {
    const fault = this.faults.shift();
    if (fault === 'lost') throw new Problem('', { code: 'offline', status: 0 });
    if (fault === 'refused') throw new Problem('Too large.', { code: 'table-too-large', status: 413 });
    if (etag !== this.draft?.etag) return { kind: 'conflict', ...(this.draft && { head: headOf(this.draft) }) };
    this.draft = { etag: `etag-000${(this.#etags += 1)}`, by, at: '2026-11-18T15:00:00Z', basedOn, source };
    this.saves.push(source.table.text);
    if (fault === 'answerLost') throw new Problem('', { code: 'offline', status: 0 });
    return { kind: 'saved', head: headOf(this.draft) };
  }

  /** The line is there again. */
  answerAgain(): void {
    this.#isSilent = false;
  }

  #publish(basedOn: number, because: string, etag: string): number {
    const fault = this.publishFault;
    this.publishFault = undefined;
    if (fault === 'lost') throw noAnswer();
    if (etag !== this.draft?.etag)
      throw new Problem('Somebody else has saved.', { code: 'draft-changed', status: 409 });
    if (basedOn !== this.published.version.version)
      throw new Problem('Somebody else has published.', { code: 'version-changed', status: 409 });
    this.published = publishedTable(basedOn + 1, this.draft.source.table.text, because);
    this.draft = undefined;
    this.#isSilent = fault === 'silence';
    if (fault !== undefined) throw noAnswer();
    return basedOn + 1;
  }

  #speak(): void {
    if (this.#isSilent) throw noAnswer();
  }

  #maybeDraft<T>(draft: T | undefined): { readonly draft?: T } {
    return draft === undefined ? {} : { draft };
  }
}

function noAnswer(): Problem {
  return new Problem('', { code: 'offline', status: 0 });
}

const reviewOfNothing = { findings: [], changes: [], isComplete: true, lastWeek: noCalls };

/** A browser's storage that outlives its tabs. */
export class CopiesFake implements LocalCopies {
  copy: LocalCopy | undefined;

  async put(copy: LocalCopy): Promise<void> {
    this.copy = copy;
  }

  async left(): Promise<LocalCopy | undefined> {
    return this.copy;
  }

  async clear(): Promise<void> {
    this.copy = undefined;
  }
}

export class DeskFixture {
  readonly timers = new TimersFake();
  readonly server = new DraftServerFake();

  /** Somebody opens the table, and it is there. */
  async open(me = 'olivia', copies: LocalCopies = new CopiesFake(), mayEdit = true): Promise<DeskModel> {
    const model = new DeskModel({
      name: 'shop',
      me,
      mayEdit,
      server: this.server.as(me),
      benches: { writer: this.#bench(), checker: this.#bench() },
      copies,
      tellTabs: () => undefined,
      timers: this.timers,
      now: () => this.timers.now(),
    });
    await model.start();
    await this.timers.advanceBy(1);
    return model;
  }

  #bench(): BenchPort {
    const listeners: ((answer: BenchAnswer) => void)[] = [];
    const bench = new Bench({
      answer: (answer) => {
        for (const listener of listeners) listener(structuredClone(answer));
      },
      timers: this.timers,
      now: () => this.timers.now(),
    });
    return {
      ask: (request) => bench.take(structuredClone(request)),
      listen: (listener) => void listeners.push(listener),
      close: () => undefined,
    };
  }
}

export function deskOf(model: DeskModel): DraftDesk {
  if (model.state.kind !== 'ready') throw new Error(`the desk is ${model.state.kind}`);
  return model.state.desk;
}

function headOf({ source: _source, ...head }: DraftResponse): SavedDraft {
  return head;
}

export function publishedTable(version: number, text: string, because = 'it was time'): TableResponse {
  const record = { version, at: '2026-11-18T14:00:00Z', by: 'olivia', because, basedOn: version - 1 };
  return { name: 'shop', version: record, source: sourceOf(text) };
}
