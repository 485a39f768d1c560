import type { ReactElement } from 'react';
import { observances } from '../../../../shared/contracts/table-file/schedules.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { MenuButton } from '../../ui/menu.tsx';
import { Select } from '../../ui/select.tsx';
import { Tag } from '../../ui/tag.tsx';
import { TextField } from '../../ui/text-field.tsx';
import styles from '../forms/forms.module.css';
import { ListTextField } from '../forms/list-text-field.tsx';
import type { Errors } from '../forms/part-issues.ts';
import { withoutAbsent } from '../forms/without-absent.ts';
import { useNames } from '../names-context.tsx';
import type { Holiday, Schedule } from '../table-parts.ts';
import { hoursOfText, textOfHours } from './week.ts';

type Holidays = NonNullable<Schedule['holidays']>;

const observanceWords = {
  'as-is': 'on that day',
  'sunday-to-monday': 'on Monday when it is a Sunday',
  'nearest-weekday': 'on the nearest weekday',
} as const;

export interface HolidayFieldsProps {
  readonly holidays: Holidays;
  readonly onChange: (holidays: Holidays | undefined) => void;
  readonly errors: Errors;
  /** The list that these are in: it does not take itself in. */
  readonly except?: string;
  readonly isDisabled: boolean;
}

/** Days that differ from the week, and lists of such days. */
export function HolidayFields({ holidays, onChange, errors, except, isDisabled }: HolidayFieldsProps): ReactElement {
  const names = useNames();
  const lists = names.holidayLists.filter(({ id }) => id !== except && !holidays.includes(id));
  const tell = (next: Holidays): void => onChange(next.length === 0 ? undefined : next);
  return (
    <div className={styles['stack']}>
      {errors.at() !== undefined && <p className={styles['error']}>{errors.at()}</p>}
      {holidays.map((each, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- holidays have no ids; every field shows what it is given
        <div key={index} className={`${styles['row']} ${styles['top']}`}>
          {typeof each === 'string' ? (
            <div className={styles['grow']}>
              <Tag>list</Tag> {each}
              {errors.at(index) !== undefined && <p className={styles['error']}>{errors.at(index)}</p>}
            </div>
          ) : (
            <OneHoliday
              holiday={each}
              onChange={(next) => tell(holidays.with(index, withoutAbsent(next)))}
              errors={errors.below(index)}
              isDisabled={isDisabled}
            />
          )}
          <IconButton
            label={`Remove ${typeof each === 'string' ? `the list ${each}` : each.name}`}
            icon="remove"
            isDisabled={isDisabled}
            onPress={() => tell(holidays.toSpliced(index, 1))}
          />
        </div>
      ))}
      <div className={styles['row']}>
        <Button
          variant="quiet"
          isDisabled={isDisabled}
          onPress={() => tell([...holidays, { name: 'Holiday', every: '01-01' }])}
        >
          Add a holiday
        </Button>
        {lists.length > 0 && (
          <MenuButton
            label="Take in a list"
            items={lists}
            isDisabled={isDisabled}
            onAction={(id) => tell([...holidays, id])}
          />
        )}
      </div>
    </div>
  );
}

interface OneHolidayProps {
  readonly holiday: Holiday;
  readonly onChange: (holiday: Holiday) => void;
  readonly errors: Errors;
  readonly isDisabled: boolean;
}

function OneHoliday({ holiday, onChange, errors, isDisabled }: OneHolidayProps): ReactElement {
  const { name, date, every, observed, hours = [] } = holiday;
  const isDated = date !== undefined;
  const write = (change: { readonly [Key in keyof Holiday]?: Holiday[Key] | undefined }): void =>
    onChange({ ...holiday, ...change } as Holiday);
  return (
    <div className={`${styles['row']} ${styles['top']} ${styles['grow']}`}>
      <div className={styles['middle']}>
        <TextField
          label="Name"
          value={name}
          onChange={(next) => write({ name: next })}
          error={errors.at('name') ?? errors.at()}
          isDisabled={isDisabled}
        />
      </div>
      <div className={styles['short']}>
        <Select
          label="Comes"
          items={[
            { id: 'every', name: 'every year' },
            { id: 'date', name: 'on one date' },
          ]}
          selected={isDated ? 'date' : 'every'}
          onSelect={(id) =>
            write(
              id === 'date'
                ? { date: date ?? '', every: undefined, observed: undefined }
                : { date: undefined, every: every ?? '' },
            )
          }
          isDisabled={isDisabled}
        />
      </div>
      <div className={styles['short']}>
        {isDated ? (
          <TextField
            label="Date"
            type="date"
            value={date}
            onChange={(next) => write({ date: next })}
            error={errors.at('date')}
            isDisabled={isDisabled}
          />
        ) : (
          <TextField
            label="Day"
            value={every ?? ''}
            placeholder="12-25"
            onChange={(next) => write({ every: next })}
            description="12-25, 4th thu of nov, last mon of may"
            error={errors.at('every')}
            isDisabled={isDisabled}
          />
        )}
      </div>
      {!isDated && (
        <div className={styles['middle']}>
          <Select
            label="Kept"
            items={observances.map((id) => ({ id, name: observanceWords[id] }))}
            selected={observed ?? 'as-is'}
            onSelect={(id) => write({ observed: id === 'as-is' ? undefined : id })}
            error={errors.at('observed')}
            isDisabled={isDisabled}
          />
        </div>
      )}
      <div className={styles['middle']}>
        <ListTextField
          label="Hours"
          values={hours}
          read={hoursOfText}
          write={textOfHours}
          placeholder="closed"
          onChange={(next) => write({ hours: next.length === 0 ? undefined : next })}
          error={
            errors.at('hours') ?? hours.map((_, at) => errors.at('hours', at)).find((error) => error !== undefined)
          }
          isDisabled={isDisabled}
        />
      </div>
    </div>
  );
}
