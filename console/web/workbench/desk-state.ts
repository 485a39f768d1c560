import type { Problem } from '../data/problem.ts';
import type { Benches } from './bench/benches.ts';
import type { DraftDesk } from './draft-desk.ts';
import type { DraftServer } from './saving/draft-server.ts';
import type { LocalCopies } from './saving/local-copies.ts';
import type { LaterTimers } from './timers.ts';

export interface DeskDoors {
  readonly name: string;
  /** One's own user id. */
  readonly me: string;
  readonly mayEdit: boolean;
  readonly server: DraftServer;
  readonly benches: Benches;
  readonly copies: LocalCopies;
  /** Other tabs of the same browser are told that the draft has changed. */
  readonly tellTabs: () => void;
  readonly timers: LaterTimers;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

export type DeskState =
  | { readonly kind: 'loading' }
  | { readonly kind: 'problem'; readonly problem: Problem; readonly retry: () => void }
  | { readonly kind: 'ready'; readonly desk: DraftDesk };
