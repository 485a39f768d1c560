import type { ChangesResponse } from '../../../shared/contracts/changes-api.ts';
import type { ChangeKind } from '../../../shared/domain/change.ts';

export type ListedChange = ChangesResponse['changes'][number];

export const changeWords: Readonly<Record<ChangeKind, string>> = {
  draftSaved: 'Saved the draft',
  draftDiscarded: 'Discarded the draft',
  published: 'Published',
  rolledBack: 'Rolled back',
  callCommanded: 'Told a call',
  contextRead: 'Looked at a caller',
  meetingJoined: 'Joined a meeting',
};

/** Where to look at what was changed. */
export function linkOf({ kind, subject }: Pick<ListedChange, 'kind' | 'subject'>): string {
  const id = encodeURIComponent(subject);
  switch (kind) {
    case 'draftSaved':
    case 'draftDiscarded':
      return `/routing/${id}`;
    case 'published':
    case 'rolledBack':
      return `/routing/${id}/history`;
    case 'callCommanded':
    case 'meetingJoined':
      return `/calls/${id}`;
    case 'contextRead':
      return `/desk?context=${id}`;
  }
}

export interface ChangeFilter {
  readonly kind: ChangeKind | 'all';
  /** Part of who, what, or why. "": all. */
  readonly text: string;
}

export function matching(changes: readonly ListedChange[], { kind, text }: ChangeFilter): readonly ListedChange[] {
  const sought = text.trim().toLowerCase();
  return changes.filter(
    (change) =>
      (kind === 'all' || change.kind === kind) &&
      [change.by, change.subject, change.because, change.detail].some((part) => part?.toLowerCase().includes(sought)),
  );
}
