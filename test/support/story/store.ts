import { MemoryCallContextStore } from '../../../shared/adapters/memory/memory-call-context-store.ts';
import type { CallContext } from '../../../shared/domain/call-context.ts';
import type { CallContextId } from '../../../shared/domain/call-context-id.ts';
import { BridgeError } from '../../../shared/errors.ts';
import type { CallContextStore, CallOrder, OrderResult } from '../../../shared/ports/call-context-store.ts';
import type { Outside } from './outside.ts';

/** The store of a story: it may be down, or not answer, and knows afterwards what was written. */
export class StoryStore implements Pick<CallContextStore, 'put' | 'order' | 'orderedFor' | 'forget' | 'forgetAllOf'> {
  /** Refuses while it is `down`; while it is `mute` it never answers. */
  condition: 'up' | 'down' | 'mute' = 'up';
  /** How long it takes while it is up. */
  answersAfterMs = 0;
  /** In order, whether or not they are still there. */
  readonly written: CallContext[] = [];
  readonly #contexts = new MemoryCallContextStore();
  readonly #outside: Outside;

  constructor(outside: Outside) {
    this.#outside = outside;
  }

  async put(context: CallContext): Promise<void> {
    await this.#answer(() => this.#contexts.put(context));
    this.written.push(context);
  }

  order(id: CallContextId, order: CallOrder): Promise<OrderResult> {
    return this.#answer(() => this.#contexts.order(id, order));
  }

  orderedFor(...asked: Parameters<CallContextStore['orderedFor']>): Promise<readonly CallContextId[]> {
    return this.#answer(() => this.#contexts.orderedFor(...asked));
  }

  forget(id: CallContextId): Promise<void> {
    return this.#answer(() => this.#contexts.forget(id));
  }

  forgetAllOf(owner: string): Promise<number> {
    return this.#answer(() => this.#contexts.forgetAllOf(owner));
  }

  /** What is still there, in order. */
  async left(): Promise<readonly CallContext[]> {
    const delivery = { to: 'the-end-of-the-story', at: 0 as CallContext['createdAt'] };
    const found = await Promise.all(this.written.map(({ id }) => this.#contexts.deliver(id, delivery)));
    return found.flatMap((each) => (each.kind === 'delivered' ? [each.context] : []));
  }

  /** What two calls that came with it would be told. */
  async claimTwice(id: CallContextId, now: CallContext['createdAt']): Promise<readonly string[]> {
    const claims = ['first', 'second'].map((transactionId) => ({ transactionId, tableVersion: 1, now }));
    const answers = await Promise.all(claims.map((claim) => this.#contexts.claim(id, claim)));
    return answers.map(({ kind }) => kind);
  }

  async #answer<Answer>(answer: () => Promise<Answer>): Promise<Answer> {
    return this.#outside.ask(async () => {
      if (this.condition === 'down')
        throw new BridgeError('store-unavailable', 'the store of this story is down; look at the story');
      if (this.condition === 'mute') {
        return this.#outside.holdForEver();
      }
      await this.#outside.hold(this.answersAfterMs);
      return answer();
    });
  }
}
