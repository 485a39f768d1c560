import { lazy, Suspense, useState, type ReactElement } from 'react';
import type { ConfirmDialogProps } from './confirm-dialog.tsx';

const Loaded = lazy(() => import('./confirm-dialog.tsx').then(({ ConfirmDialog: dialog }) => ({ default: dialog })));

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
