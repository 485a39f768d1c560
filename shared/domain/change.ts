import type { EpochMs } from './time.ts';

/** What people change through the console, and which looks at callers are remembered. */
export const changeKinds = [
  'draftSaved',
  'draftDiscarded',
  'published',
  'rolledBack',
  'callCommanded',
  'contextRead',
  'meetingJoined',
] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** Ids, and words of operators; nothing of a caller but the ids of call and context. */
export interface Change {
  readonly at: EpochMs;
  readonly kind: ChangeKind;
  /** Whose token it was: a person's e-mail address (their id, where the token has none), or a client's id. */
  readonly by: string;
  /** The table, the transaction, or the context that it was done to. */
  readonly subject: string;
  /** The version that came of it. */
  readonly version?: number;
  readonly because?: string;
  /** Of a command: its name, and where to. Of a look at a context: what of it was seen, where that was not the caller. */
  readonly detail?: string;
}
