import type { DeskCall } from './desk-calls.ts';

/** A call that has something to show. */
export type PoppedCall = DeskCall & { readonly contextId: string };

/** What has come to this desk so far, by context and destination: a call that comes back from somebody else comes anew. */
export interface Pops {
  /** The agent was told of it. */
  readonly told: ReadonlySet<string>;
  /** It opened, or would have on an idle desk: it does not open by itself again. */
  readonly offered: ReadonlySet<string>;
}

export const noPops: Pops = { told: new Set(), offered: new Set() };

export interface Arrival {
  readonly pops: Pops;
  /** Is to be opened at once. */
  readonly open?: PoppedCall;
  /** Are to be announced: they are opened on a press. */
  readonly announce: readonly PoppedCall[];
}

/**
 * What of the calls under way has come to this desk since it was last looked at: for one of the agent's destinations, ringing,
 * waiting or answered, and with a context. Each look at a caller is recorded, so only what surely concerns this agent opens by
 * itself: what rings or talks at this desk, and who waits in a meeting of theirs. And nothing takes the place of what is open, or
 * the focus of somebody who types. All others are announced: which of several agents has answered is not known.
 */
export function arrivals(pops: Pops, calls: readonly DeskCall[], desk: { readonly isIdle: boolean }): Arrival {
  const here = calls.filter(hasCome);
  const fresh = here.filter((call) => !pops.told.has(keyOf(call)));
  const sure = here.filter((call) => isSure(call) && !pops.offered.has(keyOf(call)));
  const still = (key: string): boolean => calls.some((call) => isStill(call, key));
  const next: Pops = {
    told: new Set([...[...pops.told].filter(still), ...here.map(keyOf)]),
    offered: new Set([...[...pops.offered].filter(still), ...sure.map(keyOf)]),
  };
  const [first] = sure;
  if (first === undefined || !desk.isIdle) return { pops: next, announce: fresh };
  return { pops: next, open: first, announce: fresh.filter((call) => call !== first) };
}

/** What the agent has opened or closed themselves does not open by itself any more. */
export function withOffered(pops: Pops, calls: readonly DeskCall[], contextId: string): Pops {
  const keys = calls.filter(hasContext).filter((call) => call.contextId === contextId);
  return { ...pops, offered: new Set([...pops.offered, ...keys.map(keyOf)]) };
}

function hasContext(call: DeskCall): call is PoppedCall {
  return call.contextId !== undefined;
}

function hasCome(call: DeskCall): call is PoppedCall {
  return call.isMine && hasContext(call) && call.state !== 'connecting';
}

function isSure({ isHere, state }: DeskCall): boolean {
  return isHere || state === 'waits';
}

function keyOf({ contextId, destination = '' }: PoppedCall): string {
  return `${contextId} ${destination}`;
}

/** What has gone, or went on to somebody else, is forgotten, so that it is news when it comes again. */
function isStill(call: DeskCall, key: string): boolean {
  if (!hasContext(call)) return false;
  return call.destination === undefined ? key.startsWith(`${call.contextId} `) : keyOf(call) === key;
}
