import type { InviteOutcome } from '../../sip/user-agent.ts';

/** What became of an INVITE that nobody answered. */
export type Unanswered = Exclude<InviteOutcome, { readonly kind: 'answered' }>;

/** A peer that cannot be reached, or that says 5xx, has not given the callee's own answer (RFC 3261 §21.5). */
export function triesNextPeer(outcome: Unanswered): boolean {
  return (
    outcome.kind === 'unreachable' ||
    outcome.kind === 'timedOut' ||
    (outcome.kind === 'refused' && outcome.status >= 500 && outcome.status < 600)
  );
}

/**
 * What the caller gets when nobody has answered, by the last peer that was tried; undefined: there was none. The callee's own code is
 * passed on, but for a redirection, which is not followed, and for a challenge, which was meant for us.
 */
export function statusFor(outcome: Unanswered | { readonly kind: 'silent' | 'givenUp' } | undefined): number {
  switch (outcome?.kind) {
    case 'refused':
      return outcome.status < 400 || outcome.status === 401 || outcome.status === 407 ? 480 : outcome.status;
    case 'timedOut':
    case 'silent':
    case 'givenUp':
      return 408;
    case 'unreachable':
      return 503;
    case 'cancelled':
    case undefined:
      return 480;
  }
}
