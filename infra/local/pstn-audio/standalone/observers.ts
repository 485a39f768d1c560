import type { PstnAudioObserver } from '../service/trace.ts';

const events = ['onSip', 'onRtp', 'onLeg', 'onInvocation', 'onAction', 'onCallEnded'] as const;

/** One observer for all: each event that any of them wants is passed to those that want it; the others are not asked for at all. */
export function allObservers(observers: readonly PstnAudioObserver[]): PstnAudioObserver {
  return Object.assign({}, ...events.map((event) => forwarder(observers, event))) as PstnAudioObserver;
}

function forwarder(observers: readonly PstnAudioObserver[], event: keyof PstnAudioObserver): PstnAudioObserver {
  const listening = observers.filter((observer) => observer[event] !== undefined);
  if (listening.length === 0) return {};
  return {
    [event]: (trace: never) => {
      for (const observer of listening) observer[event]?.(trace);
    },
  };
}
