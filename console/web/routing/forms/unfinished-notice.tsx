import type { ReactElement } from 'react';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import styles from './forms.module.css';

/** Says that what is typed is not in the draft yet, with the way back. It keeps its place, so that it is announced when it comes. */
export function UnfinishedNotice({
  form,
}: {
  readonly form: { readonly isValid: boolean; readonly reset: () => void };
}): ReactElement {
  return (
    <div aria-live="polite" className={styles['fieldset']}>
      {!form.isValid && (
        <Notice tone="warning" actions={<Button onPress={form.reset}>Put back</Button>}>
          Not in the draft yet: put right what is marked below.
        </Notice>
      )}
    </div>
  );
}
