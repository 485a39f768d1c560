import type { ReviewResponse } from '../../../shared/contracts/tables-api.ts';
import type { ReplayCount } from '../../routing/replay/report.ts';
import { Tally } from '../../routing/replay/tally.ts';
import type { CallOfTime } from '../calls-of-time.ts';
import type { FindsChanged } from './changed-branches.ts';
import { recordedCallOf, type RecordedCall } from './recorded-call.ts';
import { hintsOf, ruleTaking, type Hints, type PastTable } from './rule-taken.ts';
import { situationOf } from './situation-of-call.ts';
import { wayOf, type Way } from './way-of-call.ts';

type LastWeek = ReviewResponse['lastWeek'];

export interface ReplayedBy {
  /** Both know their opening hours since the first of the calls. */
  readonly inForce: PastTable;
  readonly draft: PastTable;
  /** A table as it was published; undefined where it cannot be had. */
  readonly version: (version: number) => Promise<PastTable | undefined>;
  readonly findsChanged: FindsChanged;
  /** There is no time to look at another call. */
  readonly isTimeOver: () => boolean;
}

/** Decides calls of the past once more, by the table in force and by the draft, where their records tell enough. */
export async function replayed(calls: readonly CallOfTime[], by: ReplayedBy): Promise<LastWeek> {
  const { draft, version, isTimeOver } = by;
  const tally = new Tally();
  const told: string[] = [];
  let seen = 0;
  for (const call of calls) {
    if (isTimeOver()) break;
    seen += 1;
    const recorded = recordedCallOf(call);
    const table = recorded === undefined ? undefined : await version(recorded.tableVersion);
    const compared = recorded === undefined || table === undefined ? undefined : comparedWith(recorded, table, by);
    if (compared === undefined) continue;
    told.push(call.transactionId);
    tally.add(compared.before, compared.after, { line: told.length, isSame: compared.isSame });
  }

  const idsOf = (lines: readonly number[]): string[] => lines.map((line) => told[line - 1] ?? '');
  const counted = ({ calls: count, lines }: ReplayCount): LastWeek['newlyDefault'] => ({
    calls: count,
    transactionIds: idsOf(lines),
  });
  const { unchanged, changed, changes, newlyDefault, newlyNobody, rulesNeverUsed } = tally.report(
    draft.indexed.table.rules.map(({ id }) => id),
  );
  return {
    calls: seen,
    more: seen < calls.length,
    untellable: seen - told.length,
    unchanged,
    changed,
    changes: changes.map(({ examples, ...change }) => ({
      ...change,
      examples: examples.map(({ line, before, after }) => ({
        transactionId: told[line - 1] ?? '',
        before: [...before],
        after: [...after],
      })),
    })),
    newlyDefault: counted(newlyDefault),
    newlyNobody: counted(newlyNobody),
    rulesNeverUsed: [...rulesNeverUsed],
  };
}

interface Compared {
  readonly before: Way;
  readonly after: Way;
  readonly isSame: boolean;
}

/** What both tables do with the call, up to the branches that are near; undefined where that cannot be told. */
function comparedWith(
  call: RecordedCall,
  table: PastTable,
  { inForce, draft, findsChanged }: ReplayedBy,
): Compared | undefined {
  const hints = hintsOf(call, table);
  if (hints === undefined) return undefined;
  const [before, after] = [wayBy(inForce, call, hints), wayBy(draft, call, hints)];
  if (before === undefined || after === undefined) return undefined;
  const then = wayOf(hints.rule, situationOf(call, table.indexed));
  const isSame = before.meaning === after.meaning || (hasFoundBranch(call, then) && isSameOwn([then, before, after]));
  return isSame && findsChanged(after.seeks) ? undefined : { before, after, isSame };
}

/** Whether a branch was near enough, so that nothing came of what follows otherwise. */
function hasFoundBranch({ destinations }: RecordedCall, { ifNoneIsNear }: Way): boolean {
  if (ifNoneIsNear === undefined) return false;
  const { destinations: otherwise } = ifNoneIsNear;
  // What was found may be the default's, where that seeks branches too.
  const isKnown = !otherwise.some((destination) => destination.split(':')[0] === 'nearestBranch');
  return isKnown && JSON.stringify(destinations) !== JSON.stringify(otherwise);
}

function isSameOwn([first, ...others]: readonly [Way, ...Way[]]): boolean {
  return others.every(({ ifNoneIsNear }) => ifNoneIsNear?.own === first.ifNoneIsNear?.own);
}

function wayBy(table: PastTable, call: RecordedCall, hints: Hints): Way | undefined {
  const taking = ruleTaking(call, table, hints);
  return taking === undefined ? undefined : wayOf(taking, situationOf(call, table.indexed));
}

/** Where there is nothing to hold a draft against. */
export const noCalls: LastWeek = {
  calls: 0,
  more: false,
  untellable: 0,
  unchanged: 0,
  changed: 0,
  changes: [],
  newlyDefault: { calls: 0, transactionIds: [] },
  newlyNobody: { calls: 0, transactionIds: [] },
  rulesNeverUsed: [],
};
