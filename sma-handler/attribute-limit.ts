import { maximumTransactionAttributesBytes } from '../shared/contracts/sma-response.ts';
import type { Attempt } from '../shared/domain/routing/plan.ts';
import type { CallState, Trying } from './call-state.ts';
import { writeState } from './transaction-attributes.ts';

/**
 * As much of the plan as TransactionAttributes hold: with more, AWS would refuse the whole response, and the caller with it.
 * Messages are left out first, from the end, then the attempts after which the most has been tried already.
 */
export function withinAttributeLimit(state: CallState): CallState {
  let kept = state;
  while (kept.phase === 'trying' && bytesOf(kept) > maximumTransactionAttributesBytes) {
    const smaller = withLess(kept);
    if (smaller === undefined) break;
    kept = smaller;
  }
  return kept;
}

function withLess(state: Trying): Trying | undefined {
  const { current, remaining } = state;
  const message = remaining.findLastIndex(({ kind }) => kind === 'message');
  // Without a message -1: the last of them all.
  if (remaining.length > 0) return { ...state, remaining: remaining.toSpliced(message, 1) };
  const lighter = withoutFixedHeaders(current);
  return lighter === undefined ? undefined : { ...state, current: lighter };
}

/** The attempt is under way: what it sent is needed only for sending it again. */
function withoutFixedHeaders(attempt: Attempt): Attempt | undefined {
  if (attempt.kind !== 'contactCenter' || attempt.headers.fixed === undefined) return undefined;
  const { fixed: _fixed, ...headers } = attempt.headers;
  return { ...attempt, headers };
}

function bytesOf(state: CallState): number {
  return Object.entries(writeState(state)).reduce(
    (sum, [key, value]) => sum + key.length + Buffer.byteLength(value),
    0,
  );
}
