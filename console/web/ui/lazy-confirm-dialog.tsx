import { Suspense, useState, type ReactElement } from 'react';
import type { ConfirmDialogProps } from './confirm-dialog.tsx';
import { lateComponent } from './late-component.ts';

const Loaded = lateComponent(() => import('./confirm-dialog.tsx').then(({ ConfirmDialog: dialog }) => dialog));

/** A ConfirmDialog that is loaded when it is opened first: for what a page shows without it. */
export function LazyConfirmDialog(props: ConfirmDialogProps): ReactElement | null {
  const [isWanted, setWanted] = useState(false);
  if (props.isOpen && !isWanted) setWanted(true);
  return isWanted ? (
    <Suspense fallback={null}>
      <Loaded {...props} />
    </Suspense>
  ) : null;
}
