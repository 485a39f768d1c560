import type { ReactElement } from 'react';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from '../forms/forms.module.css';
import { ListTextField } from '../forms/list-text-field.tsx';
import type { Errors } from '../forms/part-issues.ts';
import { withoutAbsent } from '../forms/without-absent.ts';
import type { Override } from '../table-parts.ts';
import { hoursOfText, textOfHours } from './week.ts';

export interface OverrideFieldsProps {
  readonly overrides: readonly Override[];
  readonly onChange: (overrides: Override[] | undefined) => void;
  readonly errors: Errors;
  /** "2026-12-24", for a new one to begin with. */
  readonly today: string;
  readonly isDisabled: boolean;
}

/** Days on which nothing else counts. */
export function OverrideFields(props: OverrideFieldsProps): ReactElement {
  const { overrides, onChange, errors, today, isDisabled } = props;
  const tell = (next: Override[]): void => onChange(next.length === 0 ? undefined : next);
  return (
    <div className={styles['stack']}>
      {overrides.map((override, index) => {
        const here = errors.below(index);
        const write = (change: { readonly [Key in keyof Override]?: Override[Key] | undefined }): void =>
          tell(overrides.with(index, withoutAbsent({ ...override, ...change }) as Override));
        return (
          // oxlint-disable-next-line react/no-array-index-key -- overrides have no ids; every field shows what it is given
          <div key={index} className={`${styles['row']} ${styles['top']}`}>
            <div className={styles['middle']}>
              <TextField
                label="Name"
                value={override.name}
                onChange={(name) => write({ name })}
                error={here.at('name') ?? here.at()}
                isDisabled={isDisabled}
              />
            </div>
            <div className={styles['short']}>
              <TextField
                label="From"
                type="date"
                value={override.from}
                onChange={(from) => write({ from })}
                error={here.at('from')}
                isDisabled={isDisabled}
              />
            </div>
            <div className={styles['short']}>
              <TextField
                label="To, included"
                type="date"
                value={override.to ?? ''}
                onChange={(to) => write({ to: to === '' ? undefined : to })}
                error={here.at('to')}
                isDisabled={isDisabled}
              />
            </div>
            <div className={styles['middle']}>
              <ListTextField
                label="Hours"
                values={override.hours}
                read={hoursOfText}
                write={textOfHours}
                placeholder="closed"
                onChange={(hours) => write({ hours })}
                error={override.hours.map((_, at) => here.at('hours', at)).find((error) => error !== undefined)}
                isDisabled={isDisabled}
              />
            </div>
            <IconButton
              label={`Remove ${override.name}`}
              icon="remove"
              isDisabled={isDisabled}
              onPress={() => tell(overrides.toSpliced(index, 1))}
            />
          </div>
        );
      })}
      <div>
        <Button
          variant="quiet"
          isDisabled={isDisabled}
          onPress={() => tell([...overrides, { name: 'Closed', from: today, hours: [] }])}
        >
          Add an exception
        </Button>
      </div>
    </div>
  );
}
