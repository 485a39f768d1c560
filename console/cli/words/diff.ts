import { assertNever } from '../../../shared/domain/assert-never.ts';
import type { TableDiff } from '../../routing/diff/diff-tables.ts';
import { describeWitness } from './caller.ts';
import { portion } from './replay.ts';

type Entry = TableDiff['entries'][number];

interface Compared {
  readonly before: string;
  readonly after: string;
  /** Where recorded calls were given. */
  readonly recordedCalls?: { readonly calls: number; readonly changed: number };
}

/** Each difference with a caller who meets it. */
export function describeDiff(entries: readonly Entry[], { before, after, recordedCalls }: Compared): string[] {
  const verdict =
    entries.length === 0
      ? `no caller goes elsewhere by ${after} than by ${before}`
      : `from ${before} to ${after}: ${entries.length} ${entries.length === 1 ? 'difference' : 'differences'}`;
  return [
    verdict,
    ...entries.flatMap(describeEntry),
    ...(recordedCalls === undefined
      ? []
      : [
          `of ${recordedCalls.calls.toLocaleString('en')} recorded calls ${portion(recordedCalls.changed, recordedCalls.calls)} would change`,
        ]),
  ];
}

function describeEntry(entry: Entry): string[] {
  const witness = entry.witness === undefined ? [] : [`    for instance: ${describeWitness(entry.witness)}`];
  switch (entry.kind) {
    case 'route': {
      const callers =
        entry.before === entry.after
          ? `callers of ${entry.before}`
          : `some callers of ${entry.before} are taken by ${entry.after}`;
      return [`  ${callers}: ${entry.from} → ${entry.to}`, ...witness];
    }
    case 'branch':
      return [`  branch ${entry.id}: ${entry.change}`, ...witness];
    default:
      return assertNever(entry);
  }
}
