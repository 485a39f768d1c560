import type { ReactElement } from 'react';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Notice } from '../ui/notice.tsx';
import type { Grant } from './grant.ts';
import type { Issuer } from './issuer.ts';
import { useSignIn } from './use-sign-in.ts';

export interface SignInEndedProps {
  readonly isOpen: boolean;
  readonly issuer: Issuer;
  readonly name: string;
  readonly onSignedIn: (grant: Grant) => void;
}

/** Over the page, which stays as it is. */
export function SignInEnded({ isOpen, issuer, name, onSignedIn }: SignInEndedProps): ReactElement {
  const { trouble, byWindow, here } = useSignIn(issuer, onSignedIn);
  return (
    <Dialog
      title="Your sign-in has ended"
      isOpen={isOpen}
      isAlert
      size="small"
      onClose={() => undefined}
      actions={
        <>
          <Button onPress={here}>Leave this page to sign in</Button>
          <Button variant="primary" onPress={byWindow}>
            Sign in again
          </Button>
        </>
      }
    >
      <p>
        Sign in again as {name} in a window beside this page: what you typed stays as it is. If your browser opens no
        windows, leave this page to sign in: drafts are kept, and you come back here.
      </p>
      {trouble !== undefined && <Notice tone="error">{trouble}</Notice>}
    </Dialog>
  );
}
