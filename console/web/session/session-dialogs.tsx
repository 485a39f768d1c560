import type { ReactElement } from 'react';
import { SignInEnded, type SignInEndedProps } from './sign-in-ended.tsx';
import { SignOutDialog } from './sign-out-dialog.tsx';
import type { SignOut } from './use-sign-out.ts';

export interface SessionDialogsProps {
  readonly ended: SignInEndedProps;
  readonly signOut: SignOut;
}

/** What the session asks over the page. Loaded when it does. */
export function SessionDialogs({ ended, signOut }: SessionDialogsProps): ReactElement {
  return (
    <>
      <SignInEnded {...ended} />
      <SignOutDialog {...signOut} />
    </>
  );
}
