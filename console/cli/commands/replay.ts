import { indexTable } from '../../../shared/domain/routing/indexed-table.ts';
import { Replay } from '../../routing/replay/replay.ts';
import { requiredText, text } from '../arguments/options.ts';
import { readCalls, surveyCalls } from '../calls/recorded-calls.ts';
import { command } from '../command.ts';
import { openTable, tableOperand } from '../tables/table-operand.ts';
import { describeReplay } from '../words/replay.ts';

/** What a draft would have done with calls of the past. */
export const replay = command({
  name: 'replay',
  summary: 'says what a table would have done with recorded calls',
  details: [
    'The file has a recorded decision in each line, as decide --record prints it: context, at, seed, ruleId, destinations.',
    'A call has changed when other destinations are tried, or in another order. With --against, when anything about them is different:',
    'both tables then decide anew. Ends with 0 whatever has changed.',
  ],
  operands: { draft: tableOperand('table', 'replay what? Name a file or a published table') },
  options: {
    calls: requiredText('<file>', 'recorded decisions, one in a line', 'replay which calls? --calls last-week.jsonl'),
    against: text('<table>', 'a file or a published table to compare with, in place of what was recorded'),
  },
  async run({ draft, calls, against }, workplace) {
    const survey = await surveyCalls(calls, workplace);
    if (survey.kind === 'failed') return survey.report;
    const opened = await openTable(draft, workplace, survey.earliest);
    if (opened.kind === 'failed') return opened.report;
    const other = against === undefined ? undefined : await openTable(against, workplace, survey.earliest);
    if (other?.kind === 'failed') return other.report;

    const run = new Replay(
      indexTable(opened.given.table),
      other === undefined ? {} : { against: indexTable(other.given.table) },
    );
    const reading = await readCalls(calls, workplace, (record, line) => run.add(record, line));
    if (reading.kind === 'failed') return reading.report;
    const report = run.report();
    const labels = { draft: opened.given.label, before: other?.given.label ?? 'what was recorded' };
    return {
      exitCode: 0,
      lines: describeReplay(report, { ...labels, file: calls }),
      json: { ok: true, ...labels, ...report },
    };
  },
});
