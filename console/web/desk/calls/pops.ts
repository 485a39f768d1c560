import type { DeskCall } from './desk-calls.ts';

/** A call that has something to show. */
export type PoppedCall = DeskCall & { readonly contextId: string };

/** Which calls have come to this desk so far. */
export interface Pops {
  /** By context and destination: a call that comes back from somebody else comes anew. */
  readonly seen: ReadonlySet<string>;
}

export const noPops: Pops = { seen: new Set() };

export interface Arrival {
  readonly pops: Pops;
  /** Is to be opened at once. */
  readonly open?: PoppedCall;
  /** Are to be announced: somebody is at work here. */
  readonly announce: readonly PoppedCall[];
}

/**
 * What of the calls under way has come to this desk since it was last looked at: for one of the agent's destinations, ringing,
 * waiting or answered, and with a context. Nothing takes the place of what is open, or the focus of somebody who types: a call opens
 * by itself on an idle desk only, others are announced.
 */
export function arrivals(pops: Pops, calls: readonly DeskCall[], desk: { readonly isIdle: boolean }): Arrival {
  const here = calls.filter(hasCome);
  const fresh = here.filter((call) => !pops.seen.has(keyOf(call)));
  // What has gone is forgotten, so that it is news when it comes again.
  const seen = new Set(here.map(keyOf));
  const [first, ...others] = fresh;
  if (first === undefined || !desk.isIdle) return { pops: { seen }, announce: fresh };
  return { pops: { seen }, open: first, announce: others };
}

function hasCome(call: DeskCall): call is PoppedCall {
  return call.isMine && call.contextId !== undefined && call.state !== 'connecting';
}

function keyOf({ contextId, destination = '' }: PoppedCall): string {
  return `${contextId} ${destination}`;
}
