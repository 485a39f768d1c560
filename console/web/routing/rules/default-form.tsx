import type { ReactElement } from 'react';
import { routingTableFileSchema } from '../../../../shared/contracts/routing-table-file.ts';
import type { DraftDesk, TableFile } from '../../workbench/draft-desk.ts';
import styles from '../forms/forms.module.css';
import { UnfinishedNotice } from '../forms/unfinished-notice.tsx';
import { usePartForm } from '../forms/use-part-form.ts';
import { defaultFormName } from './form-names.ts';
import { WhatIsDone } from './what-is-done.tsx';

export interface DefaultFormProps {
  readonly desk: DraftDesk;
  readonly value: TableFile['default'];
}

/** Everything that the default says. */
export function DefaultForm({ desk, value }: DefaultFormProps): ReactElement {
  const form = usePartForm({
    desk,
    path: ['default'],
    value,
    schema: routingTableFileSchema.shape.default,
    form: defaultFormName,
    words: 'changed the default',
  });
  return (
    <div className={styles['stack']}>
      <UnfinishedNotice form={form} />
      <WhatIsDone form={form} />
    </div>
  );
}
