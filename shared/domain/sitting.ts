import type { EpochMs } from './time.ts';

/** Drafts save themselves every second or so: the audit has one entry for so long of one person's work. */
const sittingMs = 10 * 60 * 1000;

/** What the head of a draft says of its last saving. */
export interface LastSaving {
  readonly by: string;
  readonly at: EpochMs;
  /** When the sitting began that it was part of. Absent in drafts of earlier releases. */
  readonly since?: EpochMs;
}

/**
 * When the sitting began that a saving is part of: with itself, where nobody has saved before, where somebody else has saved last, or
 * ten minutes after the sitting began; then it is told in the audit.
 */
export function sittingSince({ by, at }: Pick<LastSaving, 'by' | 'at'>, before: LastSaving | undefined): EpochMs {
  if (before?.by !== by) return at;
  const since = before.since ?? before.at;
  return at - since < sittingMs ? since : at;
}
