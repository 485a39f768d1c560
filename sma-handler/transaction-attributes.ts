import type { TransactionAttributes } from '../shared/contracts/sma-event.ts';
import type { CallState } from './call-state.ts';
import { callStateSchema } from './state-schema.ts';

/**
 * The state as TransactionAttributes, always with the same keys, so that it reads the same whether AWS merges or replaces
 * (transaction-attributes and update-trans-attributes contradict each other). `phase` is for people who read events.
 * @param records what is still to be written down of the call.
 */
export function writeState(state: CallState, records = ''): TransactionAttributes {
  return { phase: state.phase, state: JSON.stringify(state), records };
}

/** Reads what `writeState` wrote; anything else is a call that nothing is known of. */
export function readState(attributes: TransactionAttributes | null | undefined): CallState {
  const read = callStateSchema.safeParse(fromJson(attributes?.['state']));
  return read.success ? read.data : { phase: 'new' };
}

/** What `writeState` was given beside the state. */
export function readRecords(attributes: TransactionAttributes | null | undefined): string {
  return attributes?.['records'] ?? '';
}

function fromJson(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
