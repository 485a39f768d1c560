import type { ReactElement } from 'react';
import { IconButton } from '../../../ui/icon-button.tsx';
import { MenuButton } from '../../../ui/menu.tsx';
import { Select } from '../../../ui/select.tsx';
import styles from '../../forms/forms.module.css';
import type { Errors } from '../../forms/part-issues.ts';
import { useNames } from '../../names-context.tsx';
import type { Conditions } from '../../table-parts.ts';

type Schedules = NonNullable<Conditions['schedule']>;

export interface ScheduleConditionsProps {
  readonly schedules: Schedules;
  readonly onChange: (schedules: Schedules) => void;
  readonly errors: Errors;
}

/** Which schedules must be open, and which closed. */
export function ScheduleConditions({ schedules, onChange, errors }: ScheduleConditionsProps): ReactElement {
  const names = useNames();
  const free = names.schedules.filter(({ id }) => !Object.hasOwn(schedules, id));
  return (
    <div className={styles['stack']}>
      {errors.at() !== undefined && <p className={styles['error']}>{errors.at()}</p>}
      {Object.entries(schedules).map(([id, is]) => (
        <div key={id} className={styles['row']}>
          <div className={styles['middle']}>
            <Select
              label={`${id} is`}
              items={[
                { id: 'open', name: 'open' },
                { id: 'closed', name: 'closed' },
              ]}
              selected={is}
              onSelect={(next) => onChange({ ...schedules, [id]: next })}
              error={errors.at(id)}
              description={errors.noteAt(id)}
            />
          </div>
          <IconButton
            label={`Remove ${id}`}
            icon="remove"
            onPress={() => onChange(Object.fromEntries(Object.entries(schedules).filter(([key]) => key !== id)))}
          />
        </div>
      ))}
      <div>
        <MenuButton
          label="Choose a schedule"
          items={free}
          isDisabled={free.length === 0}
          onAction={(id) => onChange({ ...schedules, [id]: 'open' })}
        />
      </div>
      {names.schedules.length === 0 && (
        <p className={styles['soft']}>This table has no schedules yet: add one in the part Schedules.</p>
      )}
    </div>
  );
}
