import { useState, type ReactElement } from 'react';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { Ago } from '../../ui/moment.tsx';
import { Notice } from '../../ui/notice.tsx';
import type { DraftDesk } from '../../workbench/draft-desk.ts';

/** Two people have changed the same draft: nothing is saved until one of both is chosen. */
export function ConflictNotice({ desk }: { readonly desk: DraftDesk }): ReactElement | null {
  const [isAsking, setAsking] = useState(false);
  const { saving } = desk;
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
            <Button onPress={() => setAsking(true)}>Keep mine</Button>
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
      <ConfirmDialog
        title="Keep yours?"
        isOpen={isAsking}
        confirm="Save mine over theirs"
        isDangerous
        onConfirm={() => {
          desk.settle('mine');
          setAsking(false);
        }}
        onClose={() => setAsking(false)}
      >
        Your draft is saved in place of theirs. That you did so stands in the list of changes.
      </ConfirmDialog>
    </>
  );
}
