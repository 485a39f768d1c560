import type { ReactElement } from 'react';
import { attemptKinds } from '../../../../../shared/contracts/table-file/attempts.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import { MenuButton } from '../../../ui/menu.tsx';
import { Select } from '../../../ui/select.tsx';
import { moved } from '../../forms/edits-between.ts';
import styles from '../../forms/forms.module.css';
import type { Errors } from '../../forms/part-issues.ts';
import { withoutAbsent } from '../../forms/without-absent.ts';
import { useNames } from '../../names-context.tsx';
import type { Attempt } from '../../table-parts.ts';
import { attemptOfKind, attemptTitles, kindOf, type AttemptKind } from './attempt-kinds.ts';
import { ChoiceFields } from './choice-fields.tsx';
import { DestinationFields } from './destination-fields.tsx';
import { NearestFields } from './nearest-fields.tsx';
import { PolicyFields } from './policy-fields.tsx';

export interface AttemptsEditorProps {
  readonly attempts: readonly Attempt[];
  readonly onChange: (attempts: Attempt[]) => void;
  readonly errors: Errors;
}

/** Who is tried, in order, until somebody answers. */
export function AttemptsEditor({ attempts, onChange, errors }: AttemptsEditorProps): ReactElement {
  const names = useNames();
  const replace = (index: number, attempt: Attempt): void => onChange(attempts.with(index, withoutAbsent(attempt)));
  return (
    <fieldset className={styles['group']}>
      <legend>Tried in order</legend>
      {errors.at() !== undefined && <p className={styles['error']}>{errors.at()}</p>}
      {attempts.map((attempt, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- attempts have no names; every field shows what it is given
        <fieldset key={index} className={styles['group']}>
          <legend>{index === 0 ? 'First' : `Then, ${index + 1}`}</legend>
          <div className={styles['head']}>
            <div className={styles['middle']}>
              <Select
                label="Kind"
                hideLabel
                items={attemptKinds.map((id) => ({ id, name: attemptTitles[id] }))}
                selected={kindOf(attempt)}
                onSelect={(kind) => replace(index, attemptOfKind(kind, names, attempt))}
                error={errors.at(index) ?? errorOfKind(errors.below(index), kindOf(attempt))}
                description={errors.noteAt(index) ?? noteOfKind(errors.below(index), kindOf(attempt))}
              />
            </div>
            <IconButton
              label={`Move attempt ${index + 1} up`}
              icon="up"
              isDisabled={index === 0}
              onPress={() => onChange(moved(attempts, index, index - 1))}
            />
            <IconButton
              label={`Move attempt ${index + 1} down`}
              icon="down"
              isDisabled={index === attempts.length - 1}
              onPress={() => onChange(moved(attempts, index, index + 1))}
            />
            <IconButton
              label={`Remove attempt ${index + 1}`}
              icon="remove"
              onPress={() => onChange(attempts.toSpliced(index, 1))}
            />
          </div>
          <AttemptFields attempt={attempt} onChange={(next) => replace(index, next)} errors={errors.below(index)} />
        </fieldset>
      ))}
      <div>
        <MenuButton
          label="Add an attempt"
          items={attemptKinds.map((id) => ({ id, name: attemptTitles[id] }))}
          onAction={(id) => {
            const kind = attemptKinds.find((each) => each === id);
            if (kind !== undefined) onChange([...attempts, attemptOfKind(kind, names)]);
          }}
        />
      </div>
    </fieldset>
  );
}

/** Those kinds have fields of their own, none of which is the kind's. */
function errorOfKind(errors: Errors, kind: AttemptKind | undefined): string | undefined {
  return kind === 'nearestBranch' || kind === 'choice' ? errors.at(kind) : undefined;
}

/** The field of any other kind says it itself. */
function noteOfKind(errors: Errors, kind: AttemptKind | undefined): string | undefined {
  return kind === 'nearestBranch' || kind === 'choice' ? errors.noteAt(kind) : undefined;
}

interface AttemptFieldsProps {
  readonly attempt: Attempt;
  readonly onChange: (attempt: Attempt) => void;
  readonly errors: Errors;
}

function AttemptFields({ attempt, onChange, errors }: AttemptFieldsProps): ReactElement {
  const { timeout, onOutcome, nearestBranch, choice, ...destination } = attempt;
  const policy = { timeout, onOutcome };
  return (
    <>
      {nearestBranch !== undefined && (
        <NearestFields
          nearest={nearestBranch}
          onChange={(next) => onChange({ ...attempt, nearestBranch: next })}
          errors={errors.below('nearestBranch')}
        />
      )}
      {choice !== undefined && (
        <ChoiceFields choice={choice} onChange={(next) => onChange({ choice: next })} errors={errors.below('choice')} />
      )}
      <DestinationFields
        destination={destination}
        onChange={(next) => onChange({ ...next, ...policy } as Attempt)}
        errors={errors}
      />
      <PolicyFields
        kind={kindOf(attempt)}
        policy={attempt}
        onChange={(next) => onChange({ ...attempt, ...next } as Attempt)}
        errors={errors}
      />
    </>
  );
}
