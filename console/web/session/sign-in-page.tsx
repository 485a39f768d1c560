import type { ReactElement } from 'react';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import type { Grant } from './grant.ts';
import type { Issuer } from './issuer.ts';
import type { Start } from './start.ts';
import { useSignIn } from './use-sign-in.ts';

export interface SignInPageProps {
  readonly issuer: Issuer;
  readonly because: Exclude<Start, { kind: 'signedIn' | 'leaving' }>;
  readonly onSignedIn: (grant: Grant) => void;
}

/** Instead of the console, for whoever is not signed in. */
export function SignInPage({ issuer, because, onSignedIn }: SignInPageProps): ReactElement {
  const { trouble, byWindow, here } = useSignIn(issuer, onSignedIn);
  if (because.kind === 'handedOver') {
    return (
      <main>
        <Page title="You are signed in">
          <p>Go on in the window that you came from. This one can be closed.</p>
        </Page>
      </main>
    );
  }
  const isFramed = because.kind === 'signedOut' && because.has === 'framed';
  return (
    <main>
      <Page title="Sign in to the call console">
        <Why because={because} />
        {trouble !== undefined && <Notice tone="error">{trouble}</Notice>}
        <p>
          <Button variant="primary" onPress={isFramed ? byWindow : here}>
            Sign in
          </Button>
        </p>
      </Page>
    </main>
  );
}

function Why({ because }: Pick<SignInPageProps, 'because'>): ReactElement {
  switch (because.kind) {
    case 'refused':
      return (
        <Notice tone="error" title="You were not signed in">
          The sign-in service said: {because.because}. Try again; if it happens again, tell whoever runs the console.
        </Notice>
      );
    case 'unreachable':
      return (
        <Notice tone="error" title="The sign-in service cannot be reached">
          Check your connection, then try again.
        </Notice>
      );
    default:
      return because.kind === 'signedOut' && because.has === 'signedOut' ? (
        <p>You are signed out.</p>
      ) : (
        <p>The sign-in page opens in a window of its own.</p>
      );
  }
}
