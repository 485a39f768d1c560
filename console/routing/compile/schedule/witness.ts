import type { Witness } from '../../../../shared/contracts/caller-file.ts';

/** A moment that shows a finding, whoever calls. @param at Epoch milliseconds. */
export function witnessAt(at: number): Witness {
  return { context: {}, at: new Date(at).toISOString(), seed: 'witness' };
}
