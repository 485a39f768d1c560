import { replay } from '../../../console/routing/replay/replay.ts';
import {
  recordDecision,
  recordedDecisionSchema,
  type RecordedDecision,
} from '../../../shared/contracts/recorded-decision.ts';
import { decide } from '../../../shared/domain/routing/decide.ts';
import { indexTable } from '../../../shared/domain/routing/indexed-table.ts';
import { planRuleIndex } from '../../../shared/domain/routing/plan-rule-index.ts';
import { judged, type Figure } from '../report.ts';
import { benchCalls, benchTable } from './bench-table.ts';
import { Draw } from './draw.ts';

const callCount = 100_000;

/** Calls of the past through a draft: read from their lines, decided anew and compared. */
export function replayFigures(): Figure[] {
  const draw = new Draw('replay');
  const table = benchTable(1000, 5000, draw);
  const indexed = indexTable(table);
  const lines = benchCalls(callCount, table, draw).map(({ caller, now, seed }) =>
    JSON.stringify(recordDecision(decide(indexed, caller, now, seed).plan, { caller, at: now, seed })),
  );
  const rules = table.rules.slice(1);
  const draft = indexTable({ ...table, rules, ruleIndex: planRuleIndex(rules) });

  const started = performance.now();
  const report = replay(draft, recordsIn(lines));
  const milliseconds = performance.now() - started;
  if (report.calls !== callCount || report.changed === 0) throw new Error('the replay has not seen what was changed');
  return [
    judged(
      {
        name: 'replay-100000-ms',
        value: Math.round(milliseconds),
        unit: 'ms',
        how: `${callCount} recorded decisions, read and checked from JSON Lines in memory, against a draft of ${draft.table.rules.length} rules and 5,000 branches; ${report.changed} changed`,
      },
      { atMost: 10_000 },
    ),
  ];
}

function* recordsIn(lines: readonly string[]): Generator<RecordedDecision> {
  for (const line of lines) yield recordedDecisionSchema.parse(JSON.parse(line));
}
