import type { TableDiff } from '../../routing/diff/diff-tables.ts';
import { wordsOfChange } from '../../routing/diff/words.ts';
import { describeWitness } from './caller.ts';
import { portion } from './replay.ts';

type Entry = TableDiff['entries'][number];

/** What became of recorded calls. Shares are from 0 to 1. */
export interface RecordedCalls {
  readonly calls: number;
  readonly changed: number;
  readonly share: number;
  /** Those that change, by the rules that took them before and would take them after. */
  readonly byRules: readonly {
    readonly before: string;
    readonly after: string;
    readonly calls: number;
    readonly share: number;
  }[];
}

interface Compared {
  readonly before: string;
  readonly after: string;
  /** Where recorded calls were given. */
  readonly recordedCalls?: RecordedCalls;
}

/** Each difference with a caller who meets it. */
export function describeDiff({ entries, isComplete }: TableDiff, { before, after, recordedCalls }: Compared): string[] {
  const differences = entries.length === 1 ? 'difference' : 'differences';
  const verdict =
    entries.length === 0 && isComplete
      ? `no caller goes elsewhere by ${after} than by ${before}`
      : `from ${before} to ${after}: ${entries.length} ${differences}`;
  return [
    verdict,
    ...entries.flatMap((entry) => [...describeEntry(entry), ...describeCalls(entry, recordedCalls)]),
    ...(isComplete ? [] : ['  there may be more: the tables differ in more ways than could be gone through']),
    ...(recordedCalls === undefined
      ? []
      : [
          `of ${recordedCalls.calls.toLocaleString('en')} recorded calls ${portion(recordedCalls.changed, recordedCalls.calls)} would change`,
        ]),
  ];
}

function describeCalls(entry: Entry, recordedCalls: RecordedCalls | undefined): string[] {
  if (recordedCalls === undefined || entry.kind !== 'route') return [];
  const met = recordedCalls.byRules.find(({ before, after }) => before === entry.before && after === entry.after);
  return [`    recorded calls: ${portion(met?.calls ?? 0, recordedCalls.calls)}`];
}

function describeEntry(entry: Entry): string[] {
  const witness = entry.witness === undefined ? [] : [`    for instance: ${describeWitness(entry.witness)}`];
  return [`  ${wordsOfChange(entry)}`, ...witness];
}
