import { useEffect, useState, type ComponentType, type ReactElement } from 'react';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';
import { goToSignIn } from './browser.ts';
import type { SessionDialogsProps } from './session-dialogs.tsx';

type Dialogs = ComponentType<SessionDialogsProps>;

/** What the session has to ask, by dialogs that are loaded for it; where they cannot be had, in the page. */
export function SessionAsks(props: SessionDialogsProps): ReactElement | null {
  const { ended, signOut } = props;
  const [loaded, setLoaded] = useState<{ readonly dialogs: Dialogs | undefined }>();
  const isWanted = ended.isOpen || signOut.state !== undefined;
  useEffect(() => {
    if (!isWanted) return;
    import('./session-dialogs.tsx').then(
      ({ SessionDialogs }) => setLoaded({ dialogs: SessionDialogs }),
      () => setLoaded({ dialogs: undefined }),
    );
  }, [isWanted]);

  if (loaded === undefined) return null;
  if (loaded.dialogs !== undefined) return <loaded.dialogs {...props} />;
  if (ended.isOpen) {
    const leave = (): void => void goToSignIn(ended.issuer).catch(() => undefined);
    return (
      <Notice
        tone="error"
        title="Your sign-in has ended"
        actions={<Button onPress={leave}>Leave this page to sign in</Button>}
      >
        Drafts are kept, and you come back here.
      </Notice>
    );
  }
  if (signOut.state?.kind !== 'asking') return null;
  return (
    <Notice
      tone="warning"
      title="Sign out, and lose what is not saved?"
      actions={
        <>
          <Button onPress={signOut.stay}>Stay signed in</Button>
          <Button variant="danger" onPress={signOut.leave}>
            Sign out and delete it
          </Button>
        </>
      }
    >
      Not all that you have typed could be saved.
    </Notice>
  );
}
