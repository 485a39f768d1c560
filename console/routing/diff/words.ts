import { assertNever } from '../../../shared/domain/assert-never.ts';
import type { TableDiff } from './table-diff.ts';

/** A difference as one reads it aloud; its caller is told beside it. */
export function wordsOfChange(entry: TableDiff['entries'][number]): string {
  switch (entry.kind) {
    case 'route': {
      const callers =
        entry.before === entry.after
          ? `callers of ${entry.before}`
          : `some callers of ${entry.before} are taken by ${entry.after}`;
      return `${callers}: ${entry.from} → ${entry.to}`;
    }
    case 'locale':
      return `callers of whom no locale is known are taken to speak: ${entry.from} → ${entry.to}`;
    case 'menu':
      return `callers who dial are asked: ${entry.from} → ${entry.to}`;
    case 'branch':
      return `branch ${entry.id}: ${entry.change}`;
    default:
      return assertNever(entry);
  }
}
