import type { Timers } from '../../../../../shared/ports/timers.ts';
import type { SipPeer } from '../../objects/managed-objects.ts';
import type { InviteOutcome, OutgoingCall } from '../../sip/user-agent.ts';

/** What came of one route. */
export type RouteOutcome = InviteOutcome | { readonly kind: 'givenUp' } | { readonly kind: 'silent' };

export interface RingOptions {
  /** In the order they are tried. */
  readonly peers: readonly SipPeer[];
  /** From the first INVITE, for all of them together. */
  readonly timeoutMs: number;
  readonly timers: Timers;
  /** Sends the INVITE; `onSign` is to be told of each provisional response beyond 100. Undefined: that peer cannot be reached. */
  readonly invite: (peer: SipPeer, onSign: () => void) => OutgoingCall | undefined;
  /** The phone rings no more, and another may be tried. */
  readonly onOver: () => void;
}

/** Several routes that are tried one after another until somebody answers. */
export interface PeersRinging {
  /** Undefined when nobody has answered in time. */
  readonly answered: Promise<{ readonly call: OutgoingCall; readonly sdp: string } | undefined>;
  /** Nobody waits for an answer any more: the INVITE is cancelled, and what comes of that is not waited for. */
  giveUp(): void;
}

/** A telephone network may take some seconds until a phone rings. */
const leastShareMs = 5000;

/**
 * Tries routes as a Voice Connector does: the next one when a peer cannot be reached or answers 5xx, which is not the callee's
 * own answer (RFC 3261 §21.5). AWS does not say how long a route may stay silent; here all but the last have an even share of
 * the time, though five seconds at least, so that a dead peer leaves time for the others.
 */
export function ringPeers(options: RingOptions): PeersRinging {
  const { peers, timeoutMs, timers, invite, onOver } = options;
  const givenUp = Promise.withResolvers<{ readonly kind: 'givenUp' }>();
  let ringing: OutgoingCall | undefined;
  let isGivenUp = false;
  const giveUp = (): void => {
    isGivenUp = true;
    ringing?.hangUp();
    givenUp.resolve({ kind: 'givenUp' });
  };

  const tryRoute = async (peer: SipPeer, isLast: boolean): Promise<RouteOutcome> => {
    const silent = Promise.withResolvers<{ readonly kind: 'silent' }>();
    const patience = isLast
      ? undefined
      : timers.after(Math.max(timeoutMs / peers.length, leastShareMs), () => silent.resolve({ kind: 'silent' }));
    const call = invite(peer, () => patience?.cancel());
    ringing = call;
    const outcome: RouteOutcome =
      call === undefined
        ? { kind: 'unreachable', cause: 'no transport' }
        : await Promise.race([call.answered, givenUp.promise, silent.promise]);
    patience?.cancel();
    if (outcome.kind === 'silent') call?.hangUp();
    onOver();
    return outcome;
  };

  const run = async (): Promise<Awaited<PeersRinging['answered']>> => {
    const timeout = timers.after(timeoutMs, giveUp);
    try {
      for (const [n, peer] of peers.entries()) {
        const outcome = await tryRoute(peer, n === peers.length - 1);
        if (isGivenUp) return undefined;
        if (outcome.kind === 'answered' && ringing !== undefined) return { call: ringing, sdp: outcome.sdp };
        if (!goesToNextRoute(outcome)) return undefined;
      }
      return undefined;
    } finally {
      timeout.cancel();
    }
  };

  return { answered: run(), giveUp };
}

function goesToNextRoute(outcome: RouteOutcome): boolean {
  return (
    outcome.kind === 'unreachable' ||
    outcome.kind === 'timedOut' ||
    outcome.kind === 'silent' ||
    (outcome.kind === 'refused' && outcome.status >= 500 && outcome.status < 600)
  );
}
