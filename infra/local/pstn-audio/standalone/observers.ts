import type { PstnAudioObserver } from '../service/trace.ts';

const events = Object.keys({
  onSip: true,
  onRtp: true,
  onInvite: true,
  onLeg: true,
  onInvocation: true,
  onAction: true,
  onKey: true,
  onNote: true,
  onCallEnded: true,
} satisfies Record<keyof PstnAudioObserver, true>) as (keyof PstnAudioObserver)[];

/**
 * One observer for all: each event that any of them wants is passed to those that want it; the others are not asked for at all.
 * One that throws ends no call: it is complained of once, and told on.
 */
export function allObservers(
  observers: readonly PstnAudioObserver[],
  complain: (line: string) => void = () => undefined,
): PstnAudioObserver {
  const failed = new WeakSet<PstnAudioObserver>();
  const onFailure = (observer: PstnAudioObserver, event: string, error: unknown): void => {
    if (failed.has(observer)) return;
    failed.add(observer);
    // Its message might hold what was said in a call.
    const name = error instanceof Error ? error.name : typeof error;
    complain(`what is shown or written of calls is not complete: ${name} in ${event}; please report it`);
  };
  return Object.assign({}, ...events.map((event) => forwarder(observers, event, onFailure))) as PstnAudioObserver;
}

function forwarder(
  observers: readonly PstnAudioObserver[],
  event: keyof PstnAudioObserver,
  onFailure: (observer: PstnAudioObserver, event: string, error: unknown) => void,
): PstnAudioObserver {
  const listening = observers.filter((observer) => observer[event] !== undefined);
  if (listening.length === 0) return {};
  return {
    [event]: (trace: never) => {
      for (const observer of listening) {
        try {
          observer[event]?.(trace);
        } catch (error) {
          onFailure(observer, event, error);
        }
      }
    },
  };
}
