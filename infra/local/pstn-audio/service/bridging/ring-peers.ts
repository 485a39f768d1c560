import type { Timers } from '../../../../../shared/ports/timers.ts';
import type { SipPeer } from '../../objects/managed-objects.ts';
import type { InviteOutcome, OutgoingCall } from '../../sip/user-agent.ts';
import { triesNextPeer } from '../trunk/trunk-outcome.ts';

/** What came of a route that did not answer. */
export type RouteOutcome =
  Exclude<InviteOutcome, { readonly kind: 'answered' }> | { readonly kind: 'givenUp' } | { readonly kind: 'silent' };

export interface TriedRoute {
  readonly peer: SipPeer;
  readonly outcome: RouteOutcome;
}

interface RouteAnswer {
  readonly kind: 'answered';
  readonly call: OutgoingCall;
  readonly sdp: string;
}

/** What came of all routes, with those that did not answer, in the order in which they were tried. */
export type RingOutcome = (RouteAnswer | { readonly kind: 'unanswered' }) & { readonly tried: readonly TriedRoute[] };

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
  readonly done: Promise<RingOutcome>;
  /** Nobody waits for an answer any more: the INVITE is cancelled, and what comes of that is not waited for. */
  giveUp(): void;
}

/** A peer may want TLS where this service has no certificate. */
export const noTransport = { kind: 'unreachable', cause: 'its protocol is not spoken here' } as const;

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

  const tryRoute = async (peer: SipPeer, isLast: boolean): Promise<RouteOutcome | RouteAnswer> => {
    const silent = Promise.withResolvers<{ readonly kind: 'silent' }>();
    const patience = isLast
      ? undefined
      : timers.after(Math.max(timeoutMs / peers.length, leastShareMs), () => silent.resolve({ kind: 'silent' }));
    const call = invite(peer, () => patience?.cancel());
    ringing = call;
    const outcome =
      call === undefined ? noTransport : await Promise.race([call.answered, givenUp.promise, silent.promise]);
    patience?.cancel();
    onOver();
    if (outcome.kind === 'silent') call?.hangUp();
    // What comes of an INVITE that was given up is not its own doing.
    if (isGivenUp) return { kind: 'givenUp' };
    if (outcome.kind !== 'answered') return outcome;
    return call === undefined ? noTransport : { kind: 'answered', call, sdp: outcome.sdp };
  };

  const run = async (): Promise<RingOutcome> => {
    const timeout = timers.after(timeoutMs, giveUp);
    const tried: TriedRoute[] = [];
    try {
      for (const [n, peer] of peers.entries()) {
        const outcome = await tryRoute(peer, n === peers.length - 1);
        if (outcome.kind === 'answered') return { ...outcome, tried };
        tried.push({ peer, outcome });
        if (outcome.kind === 'givenUp' || !(outcome.kind === 'silent' || triesNextPeer(outcome))) break;
      }
      return { kind: 'unanswered', tried };
    } finally {
      timeout.cancel();
    }
  };

  return { done: run(), giveUp };
}
