import { maximumTransactionAttributesBytes } from '../shared/contracts/sma-limits.ts';
import type { Attempt } from '../shared/domain/routing/plan.ts';
import type { CallState, Following } from './call-state.ts';
import { writeState } from './transaction-attributes.ts';

/**
 * As much of the plan as TransactionAttributes hold: with more, AWS would refuse the whole response, and the caller with it.
 * The fixed headers of the attempt under way are left out first, for they serve only to send it again; then messages, from
 * the end; then the attempts after which the most has been tried already.
 * @param records what else is to be kept there.
 */
export function withinAttributeLimit(state: CallState, records = ''): CallState {
  if (!('remaining' in state) || sizeOf(state, records) <= maximumTransactionAttributesBytes) return state;
  const lighter =
    'current' in state && state.phase !== 'waiting' ? { ...state, current: withoutFixedHeaders(state.current) } : state;
  return withFewerAttempts(lighter, records);
}

function withFewerAttempts(state: Extract<CallState, Following>, records: string): CallState {
  const sizes = state.remaining.map(sizeInList);
  const indexes = [...sizes.keys()].toReversed();
  const isMessage = (index: number): boolean => state.remaining[index]?.kind === 'message';
  const expendable = [...indexes.filter(isMessage), ...indexes.filter((index) => !isMessage(index))];

  let tooMuch = sizeOf({ ...state, remaining: [] }, records) - maximumTransactionAttributesBytes;
  for (const size of sizes) tooMuch += size;
  const leftOut = new Set<number>();
  for (const index of expendable) {
    if (tooMuch <= 0) break;
    leftOut.add(index);
    tooMuch -= sizes[index] ?? 0;
  }
  return { ...state, remaining: state.remaining.filter((_, index) => !leftOut.has(index)) };
}

function withoutFixedHeaders(attempt: Attempt): Attempt {
  if (attempt.kind !== 'contactCenter') return attempt;
  const { fixed: _fixed, ...headers } = attempt.headers;
  return { ...attempt, headers };
}

/** In octets of the JSON that is sent: each quotation mark in an attribute takes two. */
function sizeOf(state: CallState, records: string): number {
  return Buffer.byteLength(JSON.stringify(writeState(state, records)));
}

/** Of an attempt among those remaining, with a comma, and without the quotation marks around the whole list. */
function sizeInList(attempt: Attempt): number {
  return Buffer.byteLength(JSON.stringify(JSON.stringify(attempt))) - 1;
}

/** Records give way to the plan: they are in the logs, too. */
export function recordsWithinLimit(state: CallState, records: string): string {
  return records === '' || sizeOf(state, records) <= maximumTransactionAttributesBytes ? records : '';
}
