import { useMemo, type ReactElement } from 'react';
import * as z from 'zod';
import { holidaysSchema } from '../../../../shared/contracts/table-file/schedules.ts';
import { dayContaining } from '../../../routing/compile/schedule/calendar-day.ts';
import { Tag } from '../../ui/tag.tsx';
import { useNow } from '../../ui/use-now.ts';
import type { DraftDesk, TableFile } from '../../workbench/draft-desk.ts';
import styles from '../forms/forms.module.css';
import { NamedList } from '../forms/named-list.tsx';
import { UnfinishedNotice } from '../forms/unfinished-notice.tsx';
import { usePartForm } from '../forms/use-part-form.ts';
import type { Jump } from '../jump.ts';
import type { Schedule } from '../table-parts.ts';
import { effectiveSchedule, isOpenAt, type EffectiveSchedule } from './effective-schedule.ts';
import { HolidayFields } from './holiday-fields.tsx';
import { ScheduleForm } from './schedule-form.tsx';
import { wallTime } from './wall-time.ts';

export interface SchedulesPartProps {
  readonly desk: DraftDesk;
  readonly file: TableFile;
  readonly jump: Jump | undefined;
}

const halfMinute = 30_000;

/** When the places of the table are open. */
export function SchedulesPart({ desk, file, jump }: SchedulesPartProps): ReactElement {
  const now = useNow(halfMinute);
  const { schedules = {}, holidayLists = {} } = file;
  const effective = useMemo(
    () => new Map(Object.keys(schedules).map((id) => [id, effectiveSchedule(id, { schedules, holidayLists })])),
    [schedules, holidayLists],
  );
  const opened = jump === undefined ? undefined : String(jump.place.item);
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return (
    <div className={styles['section']}>
      <h2>Schedules</h2>
      <NamedList<Schedule>
        desk={desk}
        mapKey="schedules"
        what="schedule"
        map={schedules}
        freshId="new-schedule"
        fresh={() => ({ timeZone: zone, weekly: { 'mon-fri': ['09:00-17:00'] } })}
        empty="Rules can ask whether a schedule is open, and branches ring while theirs is."
        opened={opened}
        summary={(id) => <OpenNow schedule={effective.get(id)} now={now} />}
      >
        {(id, value) => {
          const schedule = effective.get(id);
          if (schedule === undefined) return null;
          const today = wallTime(now, schedule.timeZone ?? zone)?.day ?? dayContaining(now);
          return <ScheduleForm desk={desk} id={id} value={value} effective={schedule} today={today} />;
        }}
      </NamedList>
      <h2>Lists of holidays</h2>
      <NamedList<HolidayList>
        desk={desk}
        mapKey="holidayLists"
        what="list of holidays"
        map={holidayLists}
        freshId="holidays"
        fresh={() => [{ name: "New Year's Day", every: '01-01' }]}
        empty="A list is written once, and taken in by several schedules."
        opened={opened}
        summary={(_, list) => `${list.length} ${list.length === 1 ? 'entry' : 'entries'}`}
      >
        {(id, value) => <HolidayListForm desk={desk} id={id} value={value} />}
      </NamedList>
    </div>
  );
}

type HolidayList = NonNullable<TableFile['holidayLists']>[string];

function HolidayListForm({
  desk,
  id,
  value,
}: {
  readonly desk: DraftDesk;
  readonly id: string;
  readonly value: HolidayList;
}): ReactElement {
  const schema = useMemo(() => z.object({ [id]: holidaysSchema }), [id]);
  const form = usePartForm<Record<string, HolidayList>>({
    desk,
    path: ['holidayLists'],
    value: { [id]: value },
    schema,
    form: `holidays ${id}`,
    words: `changed ${id}`,
  });
  return (
    <div className={styles['stack']}>
      <UnfinishedNotice form={form} />
      <HolidayFields
        holidays={form.typed[id] ?? []}
        onChange={(holidays) => form.set(id, holidays ?? [])}
        errors={form.errors.below(id)}
        except={id}
        isDisabled={!desk.mayEdit}
      />
    </div>
  );
}

function OpenNow({
  schedule,
  now,
}: {
  readonly schedule: EffectiveSchedule | undefined;
  readonly now: number;
}): ReactElement | null {
  const clock = schedule?.timeZone === undefined ? undefined : wallTime(now, schedule.timeZone);
  if (schedule === undefined || clock === undefined) return null;
  const isOpen = isOpenAt(schedule, clock.day, clock.minutes);
  return (
    <>
      <Tag tone={isOpen ? 'good' : 'neutral'}>{isOpen ? 'open now' : 'closed now'}</Tag> {clock.text} in{' '}
      {schedule.timeZone}
    </>
  );
}
