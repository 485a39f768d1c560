import { useState, type ReactElement } from 'react';
import { routingTableFileSchema } from '../../../../shared/contracts/routing-table-file.ts';
import type { FindingAnswer } from '../../../../shared/contracts/tables-api.ts';
import { Button } from '../../ui/button.tsx';
import type { DraftDesk, TableFile } from '../../workbench/draft-desk.ts';
import { FindingLines } from '../findings/finding-line.tsx';
import formStyles from '../forms/forms.module.css';
import { UnfinishedNotice } from '../forms/unfinished-notice.tsx';
import { usePartForm } from '../forms/use-part-form.ts';
import { AttemptsEditor } from './attempts/attempts-editor.tsx';
import { RuleSentence } from './rule-sentence.tsx';
import styles from './rules.module.css';
import { ServiceFields } from './service-fields.tsx';

type Default = TableFile['default'];

export interface DefaultRuleProps {
  readonly desk: DraftDesk;
  readonly value: Default;
  readonly findings: readonly FindingAnswer[];
}

/** Who is tried for everybody whom no rule takes. */
export function DefaultRule({ desk, value, findings }: DefaultRuleProps): ReactElement {
  const [isOpen, setOpen] = useState(false);
  return (
    <section className={styles['row']} aria-labelledby="everybody-else">
      <div className={styles['line']}>
        <div className={styles['words']}>
          <h2 id="everybody-else" className={styles['heading']}>
            Everybody else
          </h2>
          <RuleSentence rule={value} isDefault />
        </div>
        {desk.mayEdit && (
          <Button
            variant="quiet"
            onPress={() => setOpen(!isOpen)}
            aria-label={`${isOpen ? 'Close' : 'Edit'} the default`}
          >
            {isOpen ? 'Close' : 'Edit'}
          </Button>
        )}
      </div>
      <FindingLines table={desk.name} findings={findings} />
      {isOpen && <DefaultForm desk={desk} value={value} />}
    </section>
  );
}

function DefaultForm({ desk, value }: { readonly desk: DraftDesk; readonly value: Default }): ReactElement {
  const form = usePartForm({
    desk,
    path: ['default'],
    value,
    schema: routingTableFileSchema.shape.default,
    form: 'default',
    words: 'changed the default',
  });
  const { typed, errors } = form;
  return (
    <div className={formStyles['stack']}>
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
