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
