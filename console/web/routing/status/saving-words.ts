import { assertNever } from '../../../../shared/domain/assert-never.ts';
import type { Saving } from '../../workbench/draft-desk.ts';

/** Whether what is typed is safe, in a few words. */
export function savingWords(saving: Saving): string {
  const { kind } = saving;
  switch (kind) {
    case 'unchanged':
      return 'No changes';
    case 'saving':
      return 'Saving …';
    case 'saved':
      return 'Draft saved';
    case 'failed':
      return saving.problem.isPassing
        ? 'Not saved yet: kept in this browser, tried again by itself'
        : 'Not saved: kept in this browser';
    case 'conflict':
      return 'Not saved: somebody else has changed the draft';
    default:
      return assertNever(kind);
  }
}
