import type { EpochMs } from '../time.ts';
import type { Caller } from './caller.ts';
import { decide } from './decide.ts';
import type { IndexedTable } from './indexed-table.ts';
import type { Reason, RoutingTable } from './table.ts';

/** One for each of the keys 1 to 9. */
const mostOffered = 9;

/** The reasons that a table's menu offers, in the order of the keys: those that it names, else the first nine. */
export function offeredReasons({ menu, reasons }: Pick<RoutingTable, 'menu' | 'reasons'>): readonly Reason[] {
  const offered =
    menu === undefined ? reasons : menu.reasons.flatMap((id) => reasons.find((each) => each.id === id) ?? []);
  return offered.slice(0, mostOffered);
}

/**
 * What this caller is asked before the call goes anywhere. Nothing when they did not dial, when why they call is known, or when
 * no answer would change anything for them.
 *
 * @param seed as for `decide`.
 */
export function reasonsToAsk(indexed: IndexedTable, caller: Caller, now: EpochMs, seed: string): readonly Reason[] {
  if (caller.entry !== 'phone' || caller.reasonId !== undefined) return [];
  const offered = offeredReasons(indexed.table);
  const comesTo = (asked: Caller): string => {
    const { attempts, service } = decide(indexed, asked, now, seed).plan;
    return JSON.stringify([attempts, service]);
  };
  const unanswered = offered.length === 0 ? '' : comesTo(caller);
  return offered.some(({ id }) => comesTo({ ...caller, reasonId: id }) !== unanswered) ? offered : [];
}
