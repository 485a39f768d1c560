import type { phoneDeeds, LocalState } from '../../../shared/contracts/local-cloud-api.ts';
import type { Ids } from '../../../shared/ports/ids.ts';

/** What a telephone is told to do. */
export type PhoneDeed = (typeof phoneDeeds)[number];
/** A telephone as the console shows it. */
export type AgentsPhone = LocalState['phones'][number];

/** What an agent talks on. */
export interface Talk {
  hangUp(): void;
  readonly ended: Promise<unknown>;
}

/** Something that rings, and waits for an agent. */
export interface Ring {
  /** As decisions name it: "contactCenter:support". */
  readonly destination: string;
  readonly contextId?: string | undefined;
  /** Undefined when there is nobody to talk to any more. */
  answer(): Promise<Talk | undefined>;
  decline(): void;
  /** Nobody waits any more, or the talk is over. */
  readonly ended: Promise<unknown>;
}

export type DeedOutcome =
  | 'done'
  /** No such telephone: what rang has stopped, say. */
  | 'unknown'
  /** A talk cannot be answered or declined, and what rings cannot be put down. */
  | 'notNow';

interface Line {
  readonly shown: AgentsPhone;
  readonly ring?: Ring;
  readonly talk?: Talk;
}

/**
 * The telephones on the agent's desk in the console: they ring until told what to do.
 *
 *   ringing ── answer ──► talking ── hang-up, or the other side ──► gone
 *      └── decline, or the caller gives up ──► gone
 */
export class AgentsPhones {
  readonly #ids: Ids;
  readonly #lines = new Map<string, Line>();

  constructor(ids: Ids) {
    this.#ids = ids;
  }

  /** The one that has been there longest first. */
  get phones(): readonly AgentsPhone[] {
    return [...this.#lines.values()].map(({ shown }) => shown);
  }

  ring(ring: Ring): AgentsPhone {
    const shown = this.#shown(ring, 'ringing');
    this.#put({ shown, ring }, ring.ended);
    return shown;
  }

  /** A talk that the agent has begun without any ringing. */
  talk(about: Pick<Ring, 'destination' | 'contextId'>, talk: Talk): AgentsPhone {
    const shown = this.#shown(about, 'talking');
    this.#put({ shown, talk }, talk.ended);
    return shown;
  }

  async handle(phone: string, deed: PhoneDeed): Promise<DeedOutcome> {
    const line = this.#lines.get(phone);
    if (line === undefined) return 'unknown';
    switch (deed) {
      case 'answer':
        return line.ring === undefined ? 'notNow' : this.#answer(line.shown, line.ring);
      case 'decline':
        if (line.ring === undefined) return 'notNow';
        this.#lines.delete(phone);
        line.ring.decline();
        return 'done';
      case 'hang-up':
        if (line.talk === undefined) return 'notNow';
        this.#lines.delete(phone);
        line.talk.hangUp();
        return 'done';
      default:
        return deed satisfies never;
    }
  }

  async #answer(shown: AgentsPhone, ring: Ring): Promise<DeedOutcome> {
    // It stands as talking at once: two who answer are not to get two talks.
    const talking = { ...shown, state: 'talking' } as const;
    this.#lines.set(shown.phone, { shown: talking });
    const talk = await ring.answer();
    if (talk === undefined) {
      this.#lines.delete(shown.phone);
      return 'unknown';
    }
    this.#put({ shown: talking, talk }, talk.ended);
    return 'done';
  }

  #put(line: Line, ended: Promise<unknown>): void {
    const { phone } = line.shown;
    this.#lines.set(phone, line);
    const gone = (): void => {
      if (this.#lines.get(phone) === line) this.#lines.delete(phone);
    };
    void ended.then(gone, gone);
  }

  #shown(
    { destination, contextId }: Pick<Ring, 'destination' | 'contextId'>,
    state: AgentsPhone['state'],
  ): AgentsPhone {
    return {
      phone: this.#ids.uuid(),
      destination,
      state,
      ...(contextId === undefined ? {} : { contextId }),
    };
  }
}
