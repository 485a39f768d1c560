import { useState, type ReactElement } from 'react';
import { Button } from '../../ui/button.tsx';
import { Ago } from '../../ui/moment.tsx';
import { LazyConfirmDialog } from '../../ui/lazy-confirm-dialog.tsx';
import { Notice } from '../../ui/notice.tsx';
import type { DraftDesk, Saving } from '../../workbench/draft-desk.ts';

/** Two people have changed the same draft: nothing is saved until one of both is chosen. */
export function ConflictNotice({ desk }: { readonly desk: DraftDesk }): ReactElement | null {
  const { saving } = desk;
  // Asked about this conflict: when a third person saves meanwhile, they are named first.
  const [asked, setAsked] = useState<Saving>();
  if (saving.kind !== 'conflict') return null;
  const { theirs } = saving;
  return (
    <>
      <Notice
        tone="error"
        title={
          theirs === undefined
            ? 'The draft has been published or discarded by somebody else'
            : `${theirs.by} has changed the draft, too`
        }
        actions={
          <>
            <Button onPress={() => setAsked(saving)}>Keep mine</Button>
            <Button onPress={() => desk.settle('theirs')}>Take theirs</Button>
          </>
        }
      >
        {theirs !== undefined && (
          <>
            It was saved <Ago at={theirs.at} />.{' '}
          </>
        )}
        What you have typed is safe in this browser, and not saved. When you take theirs, yours can be had back by undo.
      </Notice>
      <LazyConfirmDialog
        title="Keep yours?"
        isOpen={asked === saving}
        confirm="Save mine over theirs"
        isDangerous
        onConfirm={() => {
          desk.settle('mine');
          setAsked(undefined);
        }}
        onClose={() => setAsked(undefined)}
      >
        Your draft is saved in place of theirs. That you did so stands in the list of changes.
      </LazyConfirmDialog>
    </>
  );
}
