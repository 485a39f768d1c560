import { decide } from '../../../shared/domain/routing/decide.ts';
import { firstFittingIndex } from '../../../shared/domain/routing/first-fitting.ts';
import { indexTable, type IndexedTable } from '../../../shared/domain/routing/indexed-table.ts';
import { bestMean, eachTimed, hundredth, judged, percentile, tenth, type Figure } from '../report.ts';
import { benchCalls, benchTable, type BenchCall } from './bench-table.ts';
import { Draw } from './draw.ts';

interface Prepared {
  readonly indexed: IndexedTable;
  readonly calls: readonly BenchCall[];
}

/** Decisions at 100 and 10,000 rules, with 5,000 branches and 20 schedules, by day and by night. */
export function decisionFigures(full: boolean): Figure[] {
  const small = prepared(100);
  const large = prepared(10_000);
  mustAgree(large);
  const rounds = full ? 30 : 8;
  const smallMean = bestMean(rounds, small.calls.length, (index) => planOf(small, index));
  const largeMean = bestMean(rounds, large.calls.length, (index) => planOf(large, index));
  const linearMean = bestMean(2, full ? 1000 : 200, (index) => linear(large, index));
  const indexedMean = bestMean(rounds, full ? 1000 : 200, (index) => ruleOf(large, index));
  const plans = eachTimed(large.calls.length, (index) => planOf(large, index));
  const explained = eachTimed(full ? 2000 : 500, (index) => decided(large, index).explanation);

  const mix = `${large.calls.length} callers, 10,000 rules of 2 to 8 conditions, 5,000 branches, 20 schedules`;
  return [
    judged(
      { name: 'decide-10000-rules-p99-us', value: percentile(plans, 0.99), unit: 'µs', how: `plan only: ${mix}` },
      { atMost: 100 },
    ),
    judged(
      {
        name: 'decide-growth-100-to-10000',
        value: hundredth(largeMean / smallMean),
        unit: 'ratio',
        how: `mean of a plan at 10,000 rules (${hundredth(largeMean)} µs) against 100 (${hundredth(smallMean)} µs), the same mix of callers`,
      },
      { atMost: 3 },
    ),
    {
      name: 'times-faster-than-linear-scan-10000',
      value: Math.round(linearMean / indexedMean),
      unit: 'times',
      how: `finding the rule: asking one after the other (${tenth(linearMean)} µs) against the index (${hundredth(indexedMean)} µs), same answers`,
    },
    {
      name: 'explain-10000-rules-p99-us',
      value: percentile(explained, 0.99),
      unit: 'µs',
      how: 'plan and explanation: the failing condition of every rule before, the branches passed over',
    },
  ];
}

function prepared(rules: number): Prepared {
  const draw = new Draw(`table of ${rules}`);
  const table = benchTable(rules, 5000, draw);
  return { indexed: indexTable(table), calls: benchCalls(3000, table, draw) };
}

function callOf({ calls }: Prepared, index: number): BenchCall {
  const call = calls[index];
  if (call === undefined) throw new RangeError(`no call ${index}`);
  return call;
}

function decided(prepared: Prepared, index: number): ReturnType<typeof decide> {
  const { caller, now, seed } = callOf(prepared, index);
  return decide(prepared.indexed, caller, now, seed);
}

function planOf(prepared: Prepared, index: number): unknown {
  return decided(prepared, index).plan;
}

function ruleOf(prepared: Prepared, index: number): number {
  const { caller, now, seed } = callOf(prepared, index);
  return prepared.indexed.rules.firstFitting(caller, { now, schedules: prepared.indexed.schedules, seed });
}

function linear({ indexed, calls }: Prepared, index: number): number {
  const { caller, now, seed } = callOf({ indexed, calls }, index);
  return firstFittingIndex(indexed.table.rules, caller, { now, schedules: indexed.schedules, seed });
}

function mustAgree(prepared: Prepared): void {
  for (let index = 0; index < 500; index += 1)
    if (ruleOf(prepared, index) !== linear(prepared, index)) throw new Error(`another rule for call ${index}`);
}
