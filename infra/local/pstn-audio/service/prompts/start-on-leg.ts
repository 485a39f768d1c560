import type { Timers } from '../../../../../shared/ports/timers.ts';
import type { ActionResult, RunningAction } from '../action-result.ts';
import type { CallControl } from '../call-control.ts';
import type { Leg } from '../legs/leg.ts';

/** Runs an action's work; the signal tells it to end soon, when the action is aborted or its leg ends. */
export function startOnLeg(leg: Leg, work: (signal: AbortSignal) => Promise<ActionResult>): RunningAction {
  const ending = new AbortController();
  const abort = (): void => ending.abort();
  void leg.ended.then(abort);
  return { done: work(ending.signal), abort };
}

/** Makes a caller who still waits hear and be heard: prompts answer a call (Amazon Chime SDK developer guide, call-flow). */
export function answerIfCaller(leg: Leg, { caller }: CallControl): void {
  if (leg === caller) caller.answer();
}

/** What the promise brings; undefined when the signal has come by then. */
export async function unlessAborted<Value>(promise: Promise<Value>, signal: AbortSignal): Promise<Value | undefined> {
  const aborted = Promise.withResolvers<undefined>();
  const give = (): void => aborted.resolve(undefined);
  if (signal.aborted) give();
  signal.addEventListener('abort', give);
  try {
    const value = await Promise.race([promise, aborted.promise]);
    return signal.aborted ? undefined : value;
  } finally {
    signal.removeEventListener('abort', give);
  }
}

/** Resolves when the time is over, or the signal comes. */
export async function passTime(timers: Timers, milliseconds: number, signal: AbortSignal): Promise<void> {
  const over = Promise.withResolvers<void>();
  const timer = timers.after(milliseconds, over.resolve);
  await unlessAborted(over.promise, signal);
  timer.cancel();
}
