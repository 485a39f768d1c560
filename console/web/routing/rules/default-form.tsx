import type { ReactElement } from 'react';
import { routingTableFileSchema } from '../../../../shared/contracts/routing-table-file.ts';
import type { DraftDesk, TableFile } from '../../workbench/draft-desk.ts';
import styles from '../forms/forms.module.css';
import { UnfinishedNotice } from '../forms/unfinished-notice.tsx';
import { usePartForm } from '../forms/use-part-form.ts';
import { AttemptsEditor } from './attempts/attempts-editor.tsx';
import { defaultFormName } from './form-names.ts';
import { ServiceFields } from './service-fields.tsx';

export type Default = TableFile['default'];

export interface DefaultFormProps {
  readonly desk: DraftDesk;
  readonly value: Default;
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
  const { typed, errors } = form;
  return (
    <div className={styles['stack']}>
      <UnfinishedNotice form={form} />
      <AttemptsEditor
        attempts={typed.attempts}
        onChange={(attempts) => form.set('attempts', attempts)}
        errors={errors.below('attempts')}
      />
      <ServiceFields
        service={typed}
        onRecording={(recording) => form.set('recording', recording)}
        onAfterwards={(afterwards) => form.set('afterwards', afterwards)}
        onKeys={(keys) => form.set('keys', keys)}
        errors={errors}
      />
    </div>
  );
}
