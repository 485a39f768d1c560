import type { PlacedCall } from '../alexa/device/device.ts';
import type { Conversation } from '../contact-center/conversation.ts';
import type { InvocationTrace } from '../pstn-audio/service/trace.ts';
import type { Witness } from './play-call.ts';

/** Watches the cloud, one call at a time. */
export class CallWitness {
  #call = Promise.withResolvers<PlacedCall>();
  #conversation = Promise.withResolvers<Conversation>();
  #invocations: InvocationTrace[] = [];

  readonly onCall = (call: PlacedCall): void => this.#call.resolve(call);
  readonly onConversation = (conversation: Conversation): void => this.#conversation.resolve(conversation);
  readonly onInvocation = (trace: InvocationTrace): void => void this.#invocations.push(trace);

  /** From now on what happens belongs to the next call. */
  next(): Witness {
    this.#call = Promise.withResolvers();
    this.#conversation = Promise.withResolvers();
    this.#invocations = [];
    return { call: this.#call.promise, conversation: this.#conversation.promise, invocations: this.#invocations };
  }
}
