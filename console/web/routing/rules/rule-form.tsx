import type { ReactElement } from 'react';
import { routingTableFileSchema } from '../../../../shared/contracts/routing-table-file.ts';
import type { DraftDesk } from '../../workbench/draft-desk.ts';
import { CommittedTextField } from '../forms/committed-text-field.tsx';
import styles from '../forms/forms.module.css';
import { UnfinishedNotice } from '../forms/unfinished-notice.tsx';
import { usePartForm } from '../forms/use-part-form.ts';
import type { Rule } from '../table-parts.ts';
import { ConditionsEditor } from './conditions/conditions-editor.tsx';
import { ruleFormName } from './form-names.ts';
import { WhatIsDone } from './what-is-done.tsx';

const ruleSchema = routingTableFileSchema.shape.rules.unwrap().element;

export interface RuleFormProps {
  readonly desk: DraftDesk;
  readonly rule: Rule;
  readonly index: number;
}

/** Everything that a rule says. */
export function RuleForm({ desk, rule, index }: RuleFormProps): ReactElement {
  const form = usePartForm({
    desk,
    path: ['rules', index],
    value: rule,
    schema: ruleSchema,
    form: ruleFormName(rule.id),
    words: `changed ${rule.id}`,
  });
  const { typed, errors } = form;
  return (
    <div className={styles['stack']}>
      <UnfinishedNotice form={form} />
      <div className={styles['middle']}>
        <CommittedTextField
          label="Id"
          value={typed.id}
          refuse={(id) =>
            id !== rule.id && desk.view.file?.rules?.some((each) => each.id === id) === true
              ? 'is the id of another rule'
              : undefined
          }
          onCommit={(id) => form.set('id', id)}
          error={errors.at('id')}
        />
      </div>
      <ConditionsEditor when={typed.when} onChange={(when) => form.set('when', when)} errors={errors.below('when')} />
      <WhatIsDone form={form} />
    </div>
  );
}
