import type { ReviewResponse, TableResponse, TableSourceBody } from '../../../shared/contracts/tables-api.ts';
import { Problem } from '../data/problem.ts';
import type { DraftSaver } from './saving/draft-saver.ts';
import { sameSource, type DraftServer } from './saving/draft-server.ts';
import type { Sheet } from './sheet.ts';

export interface PublishingDoors {
  readonly server: Pick<DraftServer, 'load' | 'review' | 'publish'>;
  readonly saver: DraftSaver;
  readonly sheet: Sheet;
  readonly published: () => TableResponse | undefined;
  /** It is in force; undefined: what exactly is not known yet. */
  readonly onPublished: (published: TableResponse | undefined) => Promise<void>;
  /** The API has another draft than the one here. */
  readonly onOvertaken: () => Promise<void>;
}

/** What somebody has looked at, and is asked whether to publish. */
interface Reviewed {
  readonly revision: number;
  /** Of the draft as it was saved then. */
  readonly etag: string | undefined;
  /** Otherwise it could not be saved then. */
  readonly isSaved: boolean;
  /** The version that it was held against. */
  readonly against?: number;
}

/** What was sent to be put in force. */
interface Sent {
  readonly revision: number;
  readonly source: TableSourceBody;
  /** The version in force before. */
  readonly after: number;
}

/** The way of a draft into force: what is published is what was reviewed, and it is published once. */
export class Publishing {
  readonly #doors: PublishingDoors;
  #reviewed: Reviewed | undefined;
  /** Nobody said what became of it. */
  #unsure: Sent | undefined;
  /** The version that was found in force, after an answer was lost. */
  #found: number | undefined;

  constructor(doors: PublishingDoors) {
    this.#doors = doors;
  }

  async review(): Promise<ReviewResponse> {
    const { server, saver, sheet } = this.#doors;
    const { revision, source } = await sheet.texts.wanted();
    // Whatever keeps it from being saved is said elsewhere, and when it is to be published.
    const saving = saver.flush().catch(() => undefined);
    let against: number | undefined;
    try {
      const review = await server.review(source);
      ({ against } = review);
      return review;
    } finally {
      await saving;
      // Without an answer, too: then the changed lines are what somebody has looked at.
      const etag = saver.head?.etag;
      this.#reviewed = { revision, etag, isSaved: !saver.isDirty, ...(against === undefined ? {} : { against }) };
    }
  }

  /** @returns the version. */
  async publish(because: string): Promise<number> {
    const { saver, sheet } = this.#doors;
    // First what became of the last attempt: else it is published twice, or another's draft is blamed.
    if (this.#unsure !== undefined) await this.#look(this.#unsure);
    await saver.flush();
    const { revision, source } = await sheet.texts.wanted();
    const before = this.#doors.published();
    if (saver.head === undefined && sameSource(source, before?.source)) {
      if (before !== undefined && before.version.version === this.#found) return this.#found;
      throw changed();
    }
    if (this.#reviewed !== undefined && !this.#isStill(this.#reviewed, revision)) throw changed();
    // A draft that nobody has changed yet has to be one, before it can be published.
    if (saver.head === undefined) await this.#begin();
    const { head } = saver;
    if (head === undefined) throw new Error('a draft that was saved has an etag');
    const after = this.#reviewed?.against ?? saver.basedOn;
    return this.#send({ revision, source, after }, { because, basedOn: after, etag: head.etag });
  }

  /** Whether the draft is gone because it was published from here, and the answer was lost. @param current the version in force */
  async isOwn(current: number | undefined): Promise<boolean> {
    const sent = this.#unsure;
    if (sent === undefined || current === undefined || current <= sent.after) return false;
    return (await this.#look(sent)) !== undefined;
  }

  #isStill({ revision, etag, isSaved }: Reviewed, now: number): boolean {
    return revision === now && (!isSaved || etag === this.#doors.saver.head?.etag);
  }

  async #begin(): Promise<void> {
    const { saver } = this.#doors;
    await saver.settle(undefined, saver.basedOn);
    if (this.#reviewed !== undefined) this.#reviewed = { ...this.#reviewed, etag: saver.head?.etag };
  }

  async #send(what: Sent, publication: Parameters<DraftServer['publish']>[0]): Promise<number> {
    let version: number;
    try {
      version = await this.#doors.server.publish(publication);
    } catch (error) {
      if (isUnanswered(error)) this.#unsure = what;
      const found = this.#unsure?.revision === what.revision ? await this.#lookQuietly(what) : undefined;
      if (found !== undefined) return found;
      // So that it is theirs that is reviewed next.
      if (error instanceof Problem && error.code === 'draft-changed')
        await this.#doors.onOvertaken().catch(() => undefined);
      throw error;
    }
    await this.#done(version, what.revision);
    return version;
  }

  async #lookQuietly(sent: Sent): Promise<number | undefined> {
    try {
      return await this.#look(sent);
    } catch {
      // Nobody answers: it is looked for again.
      return undefined;
    }
  }

  /** Whether it is in force after all. @returns its version */
  async #look(sent: Sent): Promise<number | undefined> {
    const { published } = await this.#doors.server.load();
    if (published === undefined || published.version.version <= sent.after) return undefined;
    if (!sameSource(published.source, sent.source)) return undefined;
    const { version } = published.version;
    // Somebody may have looked meanwhile.
    if (this.#found !== version) await this.#done(version, sent.revision, published);
    this.#found = version;
    return version;
  }

  async #done(version: number, revision: number, published?: TableResponse): Promise<void> {
    const { saver, sheet, onPublished } = this.#doors;
    this.#reviewed = undefined;
    this.#unsure = undefined;
    saver.begin(undefined, version);
    // What was typed meanwhile is the next draft.
    if (sheet.now?.revision !== revision) saver.edited();
    await onPublished(published);
  }
}

function isUnanswered(error: unknown): boolean {
  if (!(error instanceof Problem)) return false;
  return error.code !== 'signedOut' && (error.status === 0 || error.status >= 500);
}

function changed(): Problem {
  return new Problem('The draft has changed since it was reviewed.', { code: 'draft-changed', status: 409 });
}
