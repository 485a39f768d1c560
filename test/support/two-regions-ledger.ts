import type { Conversation } from '../../infra/local/contact-center/conversation.ts';
import type { InvocationTrace } from '../../infra/local/pstn-audio/service/trace.ts';
import type { OrderedCall } from './two-regions.ts';

interface ToldEvent {
  readonly ActionData?: { readonly Type: string };
}

/** What happened to calls that are made at once, by what tells them apart: User-to-User on their way in, the account at the agent's. */
export class CallLedger {
  readonly invocations: InvocationTrace[] = [];
  readonly conversations: Conversation[] = [];
  readonly #answering = new Map<string, PromiseWithResolvers<Conversation>>();
  #changed = Promise.withResolvers<void>();

  invocation(trace: InvocationTrace): void {
    this.invocations.push(trace);
    this.#happened();
  }

  conversation(conversation: Conversation): void {
    this.conversations.push(conversation);
    this.#answering.get(conversation.contextSeen?.accountId ?? '')?.resolve(conversation);
    this.#happened();
  }

  /** Resolves when that holds, now or after something more has happened. */
  async until(holds: () => boolean): Promise<void> {
    while (!holds()) await this.#changed.promise;
  }

  /** The next conversation of an agent who knows this caller. */
  answer({ accountId }: OrderedCall): Promise<Conversation> {
    const waiting = Promise.withResolvers<Conversation>();
    this.#answering.set(accountId, waiting);
    return waiting.promise;
  }

  /**
   * Transactions that a Region's function has in its hands now: it has answered for them, and is to be asked again before the
   * caller has a person.
   */
  inHandsOf(functionArn: string): ReadonlySet<string> {
    const hands = new Set<string>();
    for (const { transactionId, functionArn: arn, event, failure } of this.invocations) {
      if (arn !== functionArn || failure !== undefined) continue;
      if ((event as ToldEvent).ActionData === undefined) hands.add(transactionId);
      else hands.delete(transactionId);
    }
    return hands;
  }

  /** Transactions of which a function was told, whether it answered or not. */
  get begun(): ReadonlySet<string> {
    return new Set(this.invocations.map(({ transactionId }) => transactionId));
  }

  /** Transactions that ended since their function could not be had in mid-call, before it knew that the caller has a person. */
  lost(): ReadonlySet<string> {
    return new Set(
      this.invocations
        .filter(
          ({ failure, event }) => failure !== undefined && (event as ToldEvent).ActionData?.Type === 'CallAndBridge',
        )
        .map(({ transactionId }) => transactionId),
    );
  }

  /** Whether an agent has spoken with this caller, knowing who it is. */
  isAnswered({ accountId }: OrderedCall): boolean {
    return this.conversations.some(({ contextSeen }) => contextSeen?.accountId === accountId);
  }

  /** Transactions of the calls that were placed by this order: one, unless it was placed twice. */
  transactions({ order }: OrderedCall): readonly string[] {
    const ids = this.invocations
      .filter(({ event }) => JSON.stringify(event).includes(order.userToUser ?? 'none'))
      .map(({ transactionId }) => transactionId);
    return [...new Set(ids)];
  }

  /** Regions whose functions have answered for a transaction, in order. */
  regionsOf(transactionId: string): readonly string[] {
    const answered = this.invocations.filter(
      (each) => each.transactionId === transactionId && each.failure === undefined,
    );
    return [...new Set(answered.map(({ functionArn }) => functionArn.split(':')[3] ?? ''))];
  }

  #happened(): void {
    this.#changed.resolve();
    this.#changed = Promise.withResolvers();
  }
}
