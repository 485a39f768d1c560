import { requiredText, text } from '../arguments/options.ts';
import { replayCalls } from '../calls/replay-calls.ts';
import { command } from '../command.ts';
import { tableOperand } from '../tables/table-operand.ts';
import { describeReplay } from '../words/replay.ts';

/** What a draft would have done with calls of the past. */
export const replay = command({
  name: 'replay',
  summary: 'says what a table would have done with recorded calls',
  details: [
    'The file has a recorded decision in each line, as decide --record prints it: context, at, seed, ruleId, destinations.',
    'A call has changed when other destinations are tried, or in another order. With --against, when anything about them is different,',
    'or what the caller is granted: both tables then decide anew. Ends with 0 whatever has changed.',
  ],
  operands: { draft: tableOperand('table', 'replay what? Name a file or a published table') },
  options: {
    calls: requiredText('<file>', 'recorded decisions, one in a line', 'replay which calls? --calls last-week.jsonl'),
    against: text('<table>', 'a file or a published table to compare with, in place of what was recorded'),
  },
  async run({ draft, calls, against }, workplace) {
    const run = await replayCalls(calls, { draft, against }, workplace);
    if (run.kind === 'failed') return run.report;
    const labels = { draft: run.draftLabel, before: run.againstLabel ?? 'what was recorded' };
    return {
      exitCode: 0,
      lines: describeReplay(run.replayed, { ...labels, file: calls }),
      json: { ok: true, ...labels, ...run.replayed },
    };
  },
});
