import type { Timer, Timers } from '../../../../shared/ports/timers.ts';
import { frameMilliseconds } from './audio.ts';

/** More timers spread the work over the 20 ms; fewer cost less. */
const beats = 8;

type Beat = Set<() => void>;

interface Pacer {
  readonly beats: { readonly members: Beat; timer: Timer | undefined }[];
  next: number;
}

const pacers = new WeakMap<Timers, Pacer>();

/**
 * Runs `action` every 20 ms, as `timers.every` does. All who keep time by the same timers share a few of them: a thousand legs
 * need no thousand timers.
 */
export function everyFrame(timers: Timers, action: () => void): Timer {
  const pacer = pacerOf(timers);
  const beat = pacer.beats[pacer.next % beats];
  if (beat === undefined) throw new Error('a pacer has lost a beat');
  pacer.next += 1;
  // Added twice, an action still runs twice.
  const member = (): void => action();
  beat.members.add(member);
  beat.timer ??= timers.every(frameMilliseconds, () => {
    for (const each of beat.members) each();
  });
  return {
    cancel() {
      if (!beat.members.delete(member) || beat.members.size > 0) return;
      beat.timer?.cancel();
      beat.timer = undefined;
    },
  };
}

function pacerOf(timers: Timers): Pacer {
  const known = pacers.get(timers);
  if (known !== undefined) return known;
  const pacer: Pacer = {
    beats: Array.from({ length: beats }, () => ({ members: new Set<() => void>(), timer: undefined })),
    next: 0,
  };
  pacers.set(timers, pacer);
  return pacer;
}
