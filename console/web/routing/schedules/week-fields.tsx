import { useRef, type ReactElement } from 'react';
import { Button } from '../../ui/button.tsx';
import { MenuButton } from '../../ui/menu.tsx';
import formStyles from '../forms/forms.module.css';
import { ListTextField } from '../forms/list-text-field.tsx';
import type { Errors } from '../forms/part-issues.ts';
import type { Schedule } from '../table-parts.ts';
import { withSpan } from './spans.ts';
import styles from './schedules.module.css';
import { daysOf, hoursOfText, lineOfDay, textOfHours, weekdayNames, weeklyOf } from './week.ts';
import { WeekGrid } from './week-grid.tsx';

type Weekly = NonNullable<Schedule['weekly']>;

export interface WeekFieldsProps {
  readonly weekly: Weekly;
  readonly onChange: (weekly: Weekly) => void;
  readonly errors: Errors;
  readonly isDisabled: boolean;
}

/** The hours of a week: drawn, or typed day by day. */
export function WeekFields({ weekly, onChange, errors, isDisabled }: WeekFieldsProps): ReactElement {
  const fields = useRef<HTMLDivElement>(null);
  const days = daysOf(weekly);
  const setDay = (day: number, hours: readonly string[]): void => onChange(weeklyOf(days.with(day, hours)));

  function copy(day: number, to: readonly number[]): void {
    const hours = days[day] ?? [];
    onChange(weeklyOf(days.map((each, index) => (to.includes(index) ? hours : each))));
  }

  return (
    <div className={formStyles['stack']}>
      <WeekGrid
        days={days}
        onDraw={isDisabled ? undefined : (day, hours) => setDay(day, withSpan(days[day] ?? [], hours))}
        onPick={(day) => fields.current?.querySelectorAll('input')[day]?.focus()}
      />
      {errors.at() !== undefined && <p className={formStyles['error']}>{errors.at()}</p>}
      <div ref={fields} className={formStyles['columns']}>
        {weekdayNames.map((name, day) => (
          <div key={name} className={styles['dayField']}>
            <ListTextField
              label={name}
              values={days[day] ?? []}
              read={hoursOfText}
              write={textOfHours}
              placeholder="closed"
              onChange={(hours) => setDay(day, hours)}
              error={errorOfDay(errors, weekly, day)}
              isDisabled={isDisabled}
            />
            <MenuButton
              label={`Copy the hours of ${name}`}
              icon="copy"
              isDisabled={isDisabled}
              items={[
                { id: 'weekdays', name: 'To Monday to Friday' },
                { id: 'all', name: 'To all days' },
              ]}
              onAction={(id) => copy(day, id === 'all' ? [0, 1, 2, 3, 4, 5, 6] : [0, 1, 2, 3, 4])}
            />
          </div>
        ))}
      </div>
      <p className={formStyles['soft']}>
        Such as 09:00-12:30, 13:30-17:00. 22:00-02:00 ends on the next day, 00:00-24:00 is all day.
      </p>
      {!isDisabled && (
        <div>
          <Button variant="quiet" onPress={() => onChange({ 'mon-sun': ['00:00-24:00'] })}>
            Open all day, every day
          </Button>
        </div>
      )}
    </div>
  );
}

function errorOfDay(errors: Errors, weekly: Weekly, day: number): string | undefined {
  const line = lineOfDay(weekly, day);
  if (line === undefined) return undefined;
  return [errors.at(line), ...(weekly[line] ?? []).map((_, index) => errors.at(line, index))].find(
    (error) => error !== undefined,
  );
}
