import type { ReactElement } from 'react';
import { ProgressBar } from 'react-aria-components/ProgressBar';
import styles from './waiting.module.css';

/** Something is on its way. Shown after a moment only, so that what comes at once does not flicker. */
export function Waiting({ words = 'Loading' }: { readonly words?: string }): ReactElement {
  return (
    <div className={styles['waiting']} role="status">
      <ProgressBar isIndeterminate aria-label={words} className={styles['spinner'] ?? ''} />
      <span>{words} …</span>
    </div>
  );
}
