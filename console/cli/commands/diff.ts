import { indexTable } from '../../../shared/domain/routing/indexed-table.ts';
import { diffTables } from '../../routing/diff/diff-tables.ts';
import { Replay } from '../../routing/replay/replay.ts';
import { text } from '../arguments/options.ts';
import { readCalls, surveyCalls } from '../calls/recorded-calls.ts';
import { command } from '../command.ts';
import type { Report } from '../report.ts';
import { openTable, tableOperand } from '../tables/table-operand.ts';
import { describeDiff, type RecordedCalls } from '../words/diff.ts';
import type { Workplace } from '../workplace.ts';

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

    const recorded = calls === undefined ? undefined : await countChanged(calls, { before, after }, workplace);
    if (recorded?.kind === 'failed') return recorded.report;
    const labels = { before: old.given.label, after: draft.given.label };
    const given = recorded === undefined ? {} : { recordedCalls: recorded.recordedCalls };
    return {
      exitCode: 0,
      lines: describeDiff({ entries, isComplete }, { ...labels, ...given }),
      json: { ok: true, ...labels, isComplete, entries, ...given },
    };
  },
});

type CallsCounted =
  | { readonly kind: 'counted'; readonly recordedCalls: RecordedCalls }
  | { readonly kind: 'failed'; readonly report: Report };

/** How many recorded calls mean something else to whoever calls or is called. The tables are opened for the time of the calls. */
async function countChanged(
  path: string,
  tables: { readonly before: string; readonly after: string },
  workplace: Workplace,
): Promise<CallsCounted> {
  const survey = await surveyCalls(path, workplace);
  if (survey.kind === 'failed') return survey;
  const old = await openTable(tables.before, workplace, survey.earliest);
  if (old.kind === 'failed') return old;
  const draft = await openTable(tables.after, workplace, survey.earliest);
  if (draft.kind === 'failed') return draft;

  const run = new Replay(indexTable(draft.given.table), { against: indexTable(old.given.table) });
  const reading = await readCalls(path, workplace, (record, line) => run.add(record, line));
  if (reading.kind === 'failed') return reading;
  const { calls, changed, changes } = run.report();
  const share = (count: number): number => (calls === 0 ? 0 : count / calls);
  const byRules = changes.map(({ from, to, calls: count }) => ({
    before: from,
    after: to,
    calls: count,
    share: share(count),
  }));
  return { kind: 'counted', recordedCalls: { calls, changed, share: share(changed), byRules } };
}
