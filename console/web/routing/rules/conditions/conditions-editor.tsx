import type { ReactElement } from 'react';
import { ingresses } from '../../../../../shared/domain/call-context.ts';
import { skillLocales } from '../../../../../shared/contracts/skill-locales.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import { MenuButton } from '../../../ui/menu.tsx';
import { NumberField } from '../../../ui/number-field.tsx';
import { TagField } from '../../../ui/tag-field.tsx';
import styles from '../../forms/forms.module.css';
import { errorInList, noteInList, type Errors } from '../../forms/part-issues.ts';
import { useNames } from '../../names-context.tsx';
import type { Named, TableNames } from '../../table-names.ts';
import type { Conditions } from '../../table-parts.ts';
import { AttributeEditor } from './attribute-editor.tsx';
import {
  conditionKinds,
  conditionTitles,
  withCondition,
  withoutCondition,
  type ConditionKind,
} from './condition-kinds.ts';
import { ScheduleConditions } from './schedule-conditions.tsx';

export interface ConditionsEditorProps {
  /** undefined: everybody. */
  readonly when: Conditions | undefined;
  readonly onChange: (when: Conditions | undefined) => void;
  readonly errors: Errors;
}

/** Who a rule is for: all of the conditions must hold. */
export function ConditionsEditor({ when = {}, onChange, errors }: ConditionsEditorProps): ReactElement {
  const present = conditionKinds.filter((kind) => when[kind] !== undefined);
  const missing = conditionKinds.filter((kind) => when[kind] === undefined || kind === 'attribute');
  return (
    <fieldset className={styles['group']}>
      <legend>When</legend>
      {present.length === 0 && <p className={styles['soft']}>Everybody: no condition is asked.</p>}
      {present.map((kind) => (
        <div key={kind} className={`${styles['row']} ${styles['top']}`}>
          <div className={styles['grow']}>
            <ConditionField kind={kind} when={when} onChange={onChange} errors={errors.below(kind)} />
          </div>
          <IconButton
            label={`Remove the condition ${conditionTitles[kind]}`}
            icon="remove"
            onPress={() => onChange(withoutCondition(when, kind))}
          />
        </div>
      ))}
      <div>
        <MenuButton
          label="Add a condition"
          items={missing.map((id) => ({ id, name: conditionTitles[id] }))}
          onAction={(id) => {
            const kind = missing.find((each) => each === id);
            if (kind !== undefined) onChange(withCondition(when, kind));
          }}
        />
      </div>
    </fieldset>
  );
}

interface ConditionFieldProps {
  readonly kind: ConditionKind;
  readonly when: Conditions;
  readonly onChange: (when: Conditions) => void;
  readonly errors: Errors;
}

function ConditionField({ kind, when, onChange, errors }: ConditionFieldProps): ReactElement {
  const names = useNames();
  if (kind === 'share')
    return (
      <NumberField
        label={conditionTitles.share}
        value={when.share}
        onChange={(share) => onChange({ ...when, ...(share === undefined ? {} : { share }) })}
        minValue={0.1}
        maxValue={99.9}
        unit="%"
        description={errors.noteAt() ?? 'By a stable lot: whoever is in it stays in it.'}
        error={errors.at()}
      />
    );
  if (kind === 'schedule')
    return (
      <ScheduleConditions
        schedules={when.schedule ?? {}}
        onChange={(schedule) => onChange({ ...when, schedule })}
        errors={errors}
      />
    );
  if (kind === 'attribute')
    return (
      <AttributeEditor
        attributes={when.attribute ?? {}}
        onChange={(attribute) => onChange({ ...when, attribute })}
        errors={errors}
      />
    );
  const values: readonly string[] = when[kind] ?? [];
  const suggestions = suggestionsFor(kind, names);
  return (
    <TagField
      label={conditionTitles[kind]}
      values={values}
      onChange={(next) => onChange({ ...when, [kind]: [...next] })}
      suggestions={suggestions}
      allowsNew={kind !== 'entry'}
      error={errorInList(errors, values)}
      description={noteInList(errors, values)}
    />
  );
}

function suggestionsFor(kind: ConditionKind, names: TableNames): readonly Named[] | undefined {
  if (kind === 'reason') return names.reasons;
  if (kind === 'entry') return ingresses.map((id) => ({ id, name: id }));
  if (kind === 'locale') return ['en', 'fr', 'es', ...skillLocales].map((id) => ({ id, name: id }));
  return undefined;
}
