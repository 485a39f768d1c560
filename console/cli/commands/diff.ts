import { diffTables } from '../../routing/diff/diff-tables.ts';
import type { ReplayReport } from '../../routing/replay/report.ts';
import { text } from '../arguments/options.ts';
import { replayCalls } from '../calls/replay-calls.ts';
import { command } from '../command.ts';
import { openTable, tableOperand } from '../tables/table-operand.ts';
import { describeDiff, type RecordedCalls } from '../words/diff.ts';

/** Says whom a change of a table sends elsewhere. */
export const diff = command({
  name: 'diff',
  summary: 'says which callers one table sends elsewhere than another, with a caller for each difference',
  details: [
    'Not a comparison of texts: what makes no difference to any caller is not named. The rules are gone through, not sampled.',
    'Ends with 0 whether or not there are differences.',
  ],
  operands: {
    before: tableOperand('table', 'compare which tables? Name two'),
    after: tableOperand('table', 'compare with which other table? Name two'),
  },
  options: { calls: text('<file>', 'recorded decisions, one in a line: also says how many of them would change') },
  async run({ before, after, calls }, workplace) {
    const old = await openTable(before, workplace);
    if (old.kind === 'failed') return old.report;
    const draft = await openTable(after, workplace);
    if (draft.kind === 'failed') return draft.report;
    const { entries, isComplete } = diffTables(old.given.table, draft.given.table, { now: workplace.clock.now() });

    const run =
      calls === undefined ? undefined : await replayCalls(calls, { draft: after, against: before }, workplace);
    if (run?.kind === 'failed') return run.report;
    const labels = { before: old.given.label, after: draft.given.label };
    const given = run === undefined ? {} : { recordedCalls: sharesOf(run.replayed) };
    return {
      exitCode: 0,
      lines: describeDiff({ entries, isComplete }, { ...labels, ...given }),
      json: { ok: true, ...labels, isComplete, entries, ...given },
    };
  },
});

/** How many recorded calls mean something else to whoever calls or is called. */
function sharesOf({ calls, changed, changes }: ReplayReport): RecordedCalls {
  const share = (count: number): number => (calls === 0 ? 0 : count / calls);
  const byRules = changes.map(({ from, to, calls: count }) => ({
    before: from,
    after: to,
    calls: count,
    share: share(count),
  }));
  return { calls, changed, share: share(changed), byRules };
}
