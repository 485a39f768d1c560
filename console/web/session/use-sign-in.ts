import { useState } from 'react';
import { goToSignIn, isFramed } from './browser.ts';
import type { Grant } from './grant.ts';
import type { Issuer } from './issuer.ts';
import { signInByWindow } from './sign-in-again.ts';

export interface SignIn {
  /** What went wrong with the last attempt, and what to do. */
  readonly trouble: string | undefined;
  /** In a window; where the browser opens none, in the page's stead. */
  readonly byWindow: () => void;
  /** In the page's stead. */
  readonly here: () => void;
}

/** Ways to sign in that a person chooses from. */
export function useSignIn(issuer: Issuer, onSignedIn: (grant: Grant) => void): SignIn {
  const [trouble, setTrouble] = useState<string>();
  const unreachable = 'The sign-in page cannot be reached. Check your connection, then try again.';

  function here(): void {
    setTrouble(undefined);
    goToSignIn(issuer).catch(() => setTrouble(unreachable));
  }

  function byWindow(): void {
    setTrouble(undefined);
    const outcome = signInByWindow(issuer);
    if (outcome === undefined) {
      if (!isFramed()) return here();
      setTrouble('Your browser opened no window. Allow windows of this page, then try again.');
      return;
    }
    outcome.then(
      (result) => {
        if (result.kind === 'signedIn') onSignedIn(result.grant);
        else
          setTrouble(result.kind === 'refused' ? `You were not signed in: ${result.because}. Try again.` : unreachable);
      },
      () => setTrouble(unreachable),
    );
  }

  return { trouble, byWindow, here };
}
