import { useMemo, type ReactElement } from 'react';
import { formatDay, dayMs, type CalendarDay } from '../../../routing/compile/schedule/calendar-day.ts';
import styles from '../forms/forms.module.css';
import { nextSpecialDays, type EffectiveSchedule } from './effective-schedule.ts';
import { textOfHours } from './week.ts';

const dayFormat = new Intl.DateTimeFormat(undefined, { dateStyle: 'full', timeZone: 'UTC' });
const mostShown = 10;

/** The next days that differ from the week. */
export function SpecialDays({
  schedule,
  today,
}: {
  readonly schedule: EffectiveSchedule;
  readonly today: CalendarDay;
}): ReactElement {
  const days = useMemo(() => nextSpecialDays(schedule, today, mostShown), [schedule, today]);
  if (days.length === 0) return <p className={styles['soft']}>No special days ahead.</p>;
  return (
    <table className={styles['table']}>
      <thead>
        <tr>
          <th scope="col">Day</th>
          <th scope="col">Because of</th>
          <th scope="col">Hours</th>
        </tr>
      </thead>
      <tbody>
        {days.map(({ day, hours, because }) => (
          <tr key={day}>
            <td>
              <time dateTime={formatDay(day)}>{dayFormat.format(day * dayMs)}</time>
            </td>
            <td>{because.name}</td>
            <td>{hours.length === 0 ? 'closed' : textOfHours(hours)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
