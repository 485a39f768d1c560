import type { DraftChanged, SavedDraft } from '../../shared/contracts/tables-api.ts';
import type { DraftHead } from '../../shared/ports/draft-store.ts';
import { answerError, type Answer } from '../api/answer.ts';

export function headAnswer({ etag, by, at, basedOn }: DraftHead): SavedDraft {
  return { etag, by, at: new Date(at).toISOString(), basedOn };
}

/** RFC 9110 §8.8.3. */
export function etagHeader(etag: string): Readonly<Record<string, string>> {
  return { etag: `"${etag}"` };
}

/** 409: what somebody worked on is no longer what is there. */
export function draftChanged(head: DraftHead | undefined): Answer {
  if (head === undefined)
    return answerError(
      409,
      'draft-changed',
      'The draft is gone, published or discarded: nothing was changed. Begin another one from the version in force.',
    );
  return answerError(
    409,
    'draft-changed',
    'Somebody else has saved the draft since: nothing was changed. Load it, and take in what you have changed.',
    { draft: headAnswer(head) } satisfies DraftChanged,
  );
}
