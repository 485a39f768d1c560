import type { Timers } from '../../../../shared/ports/timers.ts';
import type { InvocationTrace, PstnAudioObserver } from '../../pstn-audio/service/trace.ts';

/** How a call is known that has come in: by its header User-to-User, or by its caller's number (or "anonymous") where it has no such header. */
export type CallMark = { readonly userToUser: string } | { readonly from: string };

interface Awaited {
  readonly mark: string;
  readonly resolve: (transactionId: string | undefined) => void;
}

/** Says which transaction of PSTN Audio a call has become, once its function has been told of it. */
export class BegunCalls {
  readonly #timers: Timers;
  readonly #awaited = new Set<Awaited>();

  constructor(timers: Timers) {
    this.#timers = timers;
  }

  /** What is to observe PSTN Audio: this, and another one beside whose methods are its own properties. */
  watching(observer: PstnAudioObserver = {}): PstnAudioObserver {
    return {
      ...observer,
      onInvocation: (trace) => {
        this.onInvocation(trace);
        observer.onInvocation?.(trace);
      },
    };
  }

  readonly onInvocation = ({ invocationEventType, transactionId, event }: InvocationTrace): void => {
    if (invocationEventType !== 'NEW_INBOUND_CALL') return;
    const mark = markOf(event);
    for (const awaited of this.#awaited) {
      if (awaited.mark !== mark) continue;
      // Two calls from one number are two: each is taken for one of those that are waited for.
      this.#awaited.delete(awaited);
      awaited.resolve(transactionId);
      return;
    }
  };

  /** The next such call. Undefined when none has begun within so many milliseconds. To be asked before the call is placed. */
  next(mark: CallMark, milliseconds: number): Promise<string | undefined> {
    const { promise, resolve } = Promise.withResolvers<string | undefined>();
    const awaited = { mark: textOf(mark), resolve };
    this.#awaited.add(awaited);
    const timer = this.#timers.after(milliseconds, () => {
      this.#awaited.delete(awaited);
      resolve(undefined);
    });
    return promise.finally(() => timer.cancel());
  }
}

interface NewCall {
  readonly CallDetails?: {
    readonly Participants?: readonly {
      readonly From?: string;
      readonly SipHeaders?: Readonly<Record<string, string>>;
    }[];
  };
}

function markOf(event: object): string {
  const { From = '', SipHeaders = {} } = (event as NewCall).CallDetails?.Participants?.[0] ?? {};
  const userToUser = Object.entries(SipHeaders).find(([name]) => name.toLowerCase() === 'user-to-user')?.[1];
  return textOf(userToUser === undefined ? { from: From } : { userToUser });
}

function textOf(mark: CallMark): string {
  return JSON.stringify(mark);
}
