import { useMemo, type ReactElement } from 'react';
import { scheduleSchema } from '../../../../shared/contracts/table-file/schedules.ts';
import { formatDay, type CalendarDay } from '../../../routing/compile/schedule/calendar-day.ts';
import { Button } from '../../ui/button.tsx';
import { ComboBox } from '../../ui/combo-box.tsx';
import { Select } from '../../ui/select.tsx';
import type { DraftDesk } from '../../workbench/draft-desk.ts';
import styles from '../forms/forms.module.css';
import { UnfinishedNotice } from '../forms/unfinished-notice.tsx';
import { usePartForm } from '../forms/use-part-form.ts';
import { useNames } from '../names-context.tsx';
import type { Schedule } from '../table-parts.ts';
import type { EffectiveSchedule } from './effective-schedule.ts';
import { HolidayFields } from './holiday-fields.tsx';
import { OverrideFields } from './override-fields.tsx';
import { SpecialDays } from './special-days.tsx';
import { weeklyOf } from './week.ts';
import { WeekFields } from './week-fields.tsx';

export interface ScheduleFormProps {
  readonly desk: DraftDesk;
  readonly id: string;
  readonly value: Schedule;
  readonly effective: EffectiveSchedule;
  readonly today: CalendarDay;
}

const itsOwn = ' ';

/** Everything that a schedule says, or has from another. */
export function ScheduleForm({ desk, id, value, effective, today }: ScheduleFormProps): ReactElement {
  const names = useNames();
  const zones = useMemo(() => Intl.supportedValuesOf('timeZone').map((zone) => ({ id: zone, name: zone })), []);
  const form = usePartForm({
    desk,
    path: ['schedules', id],
    value,
    schema: scheduleSchema,
    form: `schedule ${id}`,
    words: `changed ${id}`,
  });
  const { typed, errors } = form;
  const isDisabled = !desk.mayEdit;
  const inherits = (field: 'weekly' | 'holidays' | 'overrides'): boolean =>
    typed.like !== undefined && typed[field] === undefined;
  const inherited = (what: string): ReactElement => (
    <p className={styles['soft']}>
      {what} as in {typed.like}.
    </p>
  );
  return (
    <div className={styles['stack']}>
      <UnfinishedNotice form={form} />
      <div className={styles['columns']}>
        <Select
          label="Like"
          items={[{ id: itsOwn, name: 'no other schedule' }, ...names.schedules.filter((each) => each.id !== id)]}
          selected={typed.like ?? itsOwn}
          onSelect={(like) => form.set('like', like === itsOwn ? undefined : like)}
          description="What is not said here is as it is there"
          error={errors.at('like') ?? errors.at()}
          isDisabled={isDisabled}
        />
        <ComboBox
          label="Time zone"
          items={zones}
          value={typed.timeZone ?? ''}
          placeholder={effective.timeZone ?? ''}
          onChange={(zone) => form.set('timeZone', zone === '' ? undefined : zone)}
          error={errors.at('timeZone')}
          isDisabled={isDisabled}
        />
      </div>
      <fieldset className={styles['group']}>
        <legend>Week</legend>
        {inherits('weekly') ? (
          <>
            {inherited('The week is')}
            <div>
              <Button isDisabled={isDisabled} onPress={() => form.set('weekly', weeklyOf(effective.week))}>
                Give it hours of its own
              </Button>
            </div>
          </>
        ) : (
          <WeekFields
            weekly={typed.weekly ?? {}}
            onChange={(weekly) => form.set('weekly', weekly)}
            errors={errors.below('weekly')}
            isDisabled={isDisabled}
          />
        )}
      </fieldset>
      <fieldset className={styles['group']}>
        <legend>Holidays</legend>
        {inherits('holidays') && inherited('Holidays are')}
        <HolidayFields
          holidays={typed.holidays ?? []}
          onChange={(holidays) => form.set('holidays', holidays)}
          errors={errors.below('holidays')}
          isDisabled={isDisabled}
        />
      </fieldset>
      <fieldset className={styles['group']}>
        <legend>Exceptions, which beat holidays and the week</legend>
        {inherits('overrides') && inherited('Exceptions are')}
        <OverrideFields
          overrides={typed.overrides ?? []}
          onChange={(overrides) => form.set('overrides', overrides)}
          errors={errors.below('overrides')}
          today={formatDay(today)}
          isDisabled={isDisabled}
        />
      </fieldset>
      <fieldset className={styles['group']}>
        <legend>Next special days</legend>
        <SpecialDays schedule={effective} today={today} />
      </fieldset>
    </div>
  );
}
