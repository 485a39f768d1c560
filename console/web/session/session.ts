import { createContext, use } from 'react';
import type { ConsoleScope } from '../../../shared/contracts/console-scopes.ts';
import type { ConsoleConfig } from '../../../shared/contracts/console-config.ts';

/** Who is signed in, and what they may do. */
export interface Session {
  readonly config: ConsoleConfig;
  /** "Olivia", or what else the token calls them. */
  readonly name: string;
  /** As `by` has it in drafts, versions and changes: the access token's `email`, or its `sub` where there is none. */
  readonly userId: string;
  readonly groups: readonly string[];
  /** Whether the API would let them. Only for what is shown: the API checks for itself. */
  readonly can: (scope: ConsoleScope) => boolean;
  /**
   * An access token that is good for some seconds at least: renewed where that is needed.
   * Rejects with SignedOut when nobody is signed in any more; the application then shows the way to sign in again, over the page,
   * so that nothing typed is lost.
   * @param refused a token that the API did not take: another one is had, however good that one looks.
   */
  readonly token: (refused?: string) => Promise<string>;
  readonly signOut: () => void;
}

/** Nobody is signed in any more, and the token cannot be renewed. */
export class SignedOut extends Error {
  override readonly name = 'SignedOut';
}

export const SessionContext = createContext<Session | undefined>(undefined);

/** @throws Error outside of the frame, which is a bug. */
export function useSession(): Session {
  const session = use(SessionContext);
  if (session === undefined) throw new Error('no session here: the frame has it');
  return session;
}
