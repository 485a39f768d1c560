import type { ReactElement } from 'react';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Waiting } from '../ui/waiting.tsx';
import type { Unsaved } from './before-sign-out.ts';
import type { SignOut } from './use-sign-out.ts';

/** Before somebody leaves who has something that is not saved. */
export function SignOutDialog({ state, leave, stay }: SignOut): ReactElement | null {
  switch (state?.kind) {
    case undefined:
    case 'leaving':
      return null;
    case 'saving':
      return (
        <Dialog
          title="Signing out"
          isOpen
          isAlert
          size="small"
          onClose={stay}
          actions={<Button onPress={stay}>Stay signed in</Button>}
        >
          <Waiting words="Saving what you have changed" />
        </Dialog>
      );
    case 'asking':
      return (
        <Dialog
          title="Sign out, and lose what is not saved?"
          isOpen
          isAlert
          size="small"
          onClose={stay}
          actions={
            <>
              <Button onPress={stay}>Stay signed in</Button>
              <Button variant="danger" onPress={leave}>
                Sign out and delete it
              </Button>
            </>
          }
        >
          <Left unsaved={state.unsaved} />
        </Dialog>
      );
  }
}

function Left({ unsaved: { tables, hasForms } }: { readonly unsaved: Unsaved }): ReactElement {
  return (
    <>
      {tables.length > 0 && (
        <>
          <p>These tables have changes of yours that could not be saved:</p>
          <ul>
            {tables.map((table) => (
              <li key={table}>{table}</li>
            ))}
          </ul>
        </>
      )}
      {hasForms && (
        <p>Something that you have begun, here or in another tab, is not finished, and so is in no draft.</p>
      )}
      <p>
        Nothing of yours stays in this browser after you sign out, since others may use it. Stay signed in to open the
        tables and see why.
      </p>
    </>
  );
}
