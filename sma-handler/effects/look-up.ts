import { assertNever } from '../../shared/domain/assert-never.ts';
import type { E164 } from '../../shared/domain/phone-number.ts';
import type { PolicyOutcome } from '../../shared/domain/routing/attempt-policy.ts';
import { attemptNamed, type NotAllowed } from '../../shared/domain/routing/named-destination.ts';
import type { LookUpFailure, LookUps } from '../../shared/ports/look-ups.ts';
import { givenTime } from '../given-time.ts';
import { describe, type Invocation } from '../invocation.ts';
import type { BridgeAttempt, FlowInput, LookUpWish, Step } from '../step.ts';
import { contextAgainBudgetMs, lookUpTimeoutMs } from '../time-limits.ts';
import { knownOfCall, type CallStores } from './known-of-call.ts';

export interface LookUpServices extends CallStores {
  /** Absent: there are no keys to sign requests with, and no service is asked. */
  readonly lookUps?: LookUps;
  /** The function's own number: whoever is sent there would come back here. */
  readonly ownNumber: E164;
}

type Trouble =
  LookUpFailure | NotAllowed | 'signing-keys-missing' | 'table-unavailable' | 'look-up-unknown' | 'exception';

type Result = { readonly kind: 'named'; readonly attempt: BridgeAttempt } | { readonly kind: 'nobody' } | Failed;

interface Failed {
  readonly kind: 'failed';
  readonly because: Trouble;
  readonly httpStatus?: number;
}

/** Troubles that the next caller will have too, until an operator mends something. */
const operatorsToMend: readonly Trouble[] = [
  'signing-keys-missing',
  'look-up-unknown',
  'url-not-allowed',
  'redirected',
  'answer-malformed',
  'answer-too-large',
  'number-not-allowed',
  'branch-unknown',
  'contact-center-unknown',
];
/** Who asks, or what is asked, is wrong; any other refusal may be of this moment (429), or of this call. */
const operatorsStatuses: readonly (number | undefined)[] = [401, 403, 404];

/**
 * Asks an operator's service whom to ring, and holds its answer against the routing table that the call is pinned to.
 * Never rejects, and never takes longer than the invocation's budget for look-ups.
 */
export async function lookUp(
  { wish, words }: Extract<Step, { kind: 'lookUp' }>,
  invocation: Invocation,
  services: LookUpServices,
): Promise<FlowInput> {
  const { event, time } = invocation;
  const { clock, log } = services;
  const begun = clock.now();
  const result = await time.lookUp((left) => ask(wish, invocation, left, services));
  const about = {
    ...describe(event),
    destinationKind: 'lookUp',
    destinationId: wish.attempt.id,
    milliseconds: clock.now() - begun,
  };
  if (result.kind === 'failed') {
    const { because: code, httpStatus: status } = result;
    const outcome = outcomeOf(result);
    log.warn('look-up-failed', { ...about, code, status, outcome });
    return { kind: 'lookUpFailed', event, words, outcome };
  }
  // An answer, too: the call goes on with the next attempt, whatever is to follow a failure.
  const attempts = result.kind === 'named' ? [result.attempt] : [];
  log.info('look-up-answered', { ...about, code: attempts.length === 0 ? 'nobody-named' : undefined });
  return { kind: 'lookedUp', event, words, attempts };
}

function outcomeOf({ because, httpStatus }: Failed): PolicyOutcome {
  const mend =
    because === 'status-refused' ? operatorsStatuses.includes(httpStatus) : operatorsToMend.includes(because);
  return mend ? 'misconfigured' : 'unreachable';
}

async function ask(
  { attempt, facts, idempotencyKey }: LookUpWish,
  { event }: Invocation,
  left: (atMost: number) => number,
  services: LookUpServices,
): Promise<Result> {
  const { lookUps, ownNumber, timers, log } = services;
  if (lookUps === undefined) return { kind: 'failed', because: 'signing-keys-missing' };
  try {
    const preparing = left(contextAgainBudgetMs);
    const [{ table, ...known }] = await Promise.all([
      knownOfCall(facts, event, preparing, services),
      givenTime(timers, preparing, (signal) => lookUps.ready(signal)),
    ]);
    const timeoutMs = left(lookUpTimeoutMs);
    if (timeoutMs === 0) return { kind: 'failed', because: 'late' };
    if (table === undefined) return { kind: 'failed', because: 'table-unavailable' };
    const url = table.lookUps.get(attempt.id)?.url;
    if (url === undefined) return { kind: 'failed', because: 'look-up-unknown' };

    const answer = await lookUps.ask({ lookUpId: attempt.id, url, idempotencyKey, timeoutMs, ...known });
    switch (answer.kind) {
      case 'named':
        return attemptNamed(answer, attempt, table, ownNumber);
      case 'nobody':
      case 'failed':
        return answer;
      default:
        return assertNever(answer);
    }
  } catch (error) {
    log.error('look-up-exception', error, describe(event));
    return { kind: 'failed', because: 'exception' };
  }
}
