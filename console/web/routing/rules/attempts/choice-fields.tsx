import type { ReactElement } from 'react';
import { simpleAttemptKinds } from '../../../../../shared/contracts/table-file/attempts.ts';
import { Button } from '../../../ui/button.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { NumberField } from '../../../ui/number-field.tsx';
import { Select } from '../../../ui/select.tsx';
import styles from '../../forms/forms.module.css';
import type { Errors } from '../../forms/part-issues.ts';
import { withoutAbsent } from '../../forms/without-absent.ts';
import { useNames } from '../../names-context.tsx';
import type { Choice, WeightedAttempt } from '../../table-parts.ts';
import { percent } from '../rule-words.ts';
import { attemptTitles, kindOf, simpleAttempt } from './attempt-kinds.ts';
import { DestinationFields } from './destination-fields.tsx';
import { PolicyFields } from './policy-fields.tsx';

export interface ChoiceFieldsProps {
  readonly choice: Choice;
  readonly onChange: (choice: Choice) => void;
  readonly errors: Errors;
}

/** Several to choose from by lot, in proportion to their weights. */
export function ChoiceFields({ choice, onChange, errors }: ChoiceFieldsProps): ReactElement {
  const names = useNames();
  const { from, upTo } = choice;
  const total = from.reduce((sum, { weight }) => sum + (weight ?? 0), 0);
  const replace = (index: number, member: WeightedAttempt): void =>
    onChange({ ...choice, from: from.with(index, withoutAbsent(member)) });
  return (
    <div className={styles['stack']}>
      <div className={styles['short']}>
        <NumberField
          label="At most"
          unit="of them"
          value={upTo ?? 1}
          minValue={1}
          maxValue={10}
          onChange={(next) => onChange(withoutAbsent({ ...choice, upTo: next }) as Choice)}
          error={errors.at('upTo')}
          description={errors.noteAt('upTo')}
        />
      </div>
      {errors.at('from') !== undefined && <p className={styles['error']}>{errors.at('from')}</p>}
      {from.map((member, index) => {
        const { weight, timeout, onOutcome, ...destination } = member;
        const here = errors.below('from', index);
        const kind = kindOf(member);
        return (
          // oxlint-disable-next-line react/no-array-index-key -- members have no names, and none but the last comes or goes unseen
          <fieldset key={index} className={styles['group']}>
            <legend>
              Choice {index + 1}: {percent(weight, total)} %
            </legend>
            <div className={`${styles['row']} ${styles['top']}`}>
              <div className={styles['short']}>
                <NumberField
                  label="Weight"
                  value={weight}
                  minValue={1}
                  maxValue={10_000}
                  onChange={(next) => replace(index, { ...member, weight: next } as WeightedAttempt)}
                  error={here.at('weight')}
                  description={here.noteAt('weight')}
                />
              </div>
              <div className={styles['short']}>
                <Select
                  label="Kind"
                  items={simpleAttemptKinds.map((id) => ({ id, name: attemptTitles[id] }))}
                  selected={simpleAttemptKinds.find((each) => each === kind)}
                  onSelect={(next) => replace(index, { weight, ...simpleAttempt(next, names) })}
                  error={here.at()}
                />
              </div>
              <div className={styles['grow']}>
                <DestinationFields
                  destination={destination}
                  onChange={(next) => replace(index, { weight, timeout, onOutcome, ...next } as WeightedAttempt)}
                  errors={here}
                />
              </div>
              <IconButton
                label={`Remove choice ${index + 1}`}
                icon="remove"
                onPress={() => onChange({ ...choice, from: from.toSpliced(index, 1) })}
              />
            </div>
            <PolicyFields
              kind={kind}
              policy={member}
              onChange={(policy) => replace(index, { ...member, ...policy } as WeightedAttempt)}
              errors={here}
            />
          </fieldset>
        );
      })}
      <div>
        <Button
          variant="quiet"
          onPress={() =>
            onChange({ ...choice, from: [...from, { weight: 50, ...simpleAttempt('contactCenter', names) }] })
          }
        >
          Add to the choice
        </Button>
      </div>
    </div>
  );
}
