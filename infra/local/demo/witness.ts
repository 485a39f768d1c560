import type { PlacedCall } from '../alexa/device/device.ts';
import type { Conversation } from '../contact-center/conversation.ts';
import type { InvocationTrace } from '../pstn-audio/service/trace.ts';
import type { FunctionLogLine } from '../functions/functions-host.ts';
import type { Decision, Witness } from './play-call.ts';

/** Watches the cloud, one call at a time. */
export class CallWitness {
  #call = Promise.withResolvers<PlacedCall>();
  #conversation = Promise.withResolvers<Conversation>();
  #invocations: InvocationTrace[] = [];
  #decisions: Decision[] = [];
  #times: { placed?: number; answered?: number } = {};
  readonly #stopwatch: () => number;

  /** @param stopwatch milliseconds that only ever go forward. */
  constructor(stopwatch: () => number) {
    this.#stopwatch = stopwatch;
  }

  readonly onCall = (call: PlacedCall): void => {
    this.#times.placed ??= this.#stopwatch();
    this.#call.resolve(call);
  };
  readonly onConversation = (conversation: Conversation): void => {
    this.#times.answered ??= this.#stopwatch();
    this.#conversation.resolve(conversation);
  };
  readonly onInvocation = (trace: InvocationTrace): void => void this.#invocations.push(trace);

  /** The SMA function logs why a call goes where it goes. */
  readonly onLog = ({ functionName, line }: FunctionLogLine): void => {
    if (functionName === 'sma' && line.includes('"event":"call-routed"'))
      this.#decisions.push(JSON.parse(line) as Decision);
  };

  /** From now on what happens belongs to the next call. */
  next(): Witness {
    this.#call = Promise.withResolvers();
    this.#conversation = Promise.withResolvers();
    this.#invocations = [];
    this.#decisions = [];
    const times: { placed?: number; answered?: number } = {};
    this.#times = times;
    return {
      get millisecondsToAnswer() {
        return times.placed === undefined || times.answered === undefined ? undefined : times.answered - times.placed;
      },
      call: this.#call.promise,
      conversation: this.#conversation.promise,
      invocations: this.#invocations,
      decisions: this.#decisions,
    };
  }
}
