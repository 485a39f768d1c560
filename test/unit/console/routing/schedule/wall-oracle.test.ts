import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { isOpen } from '../../../../../shared/domain/routing/schedule.ts';
import { epochMs } from '../../../../../shared/domain/time.ts';
import { isOpenByTheWall } from './oracle.ts';
import { at, compile } from './schedules-fixture.ts';

const now = at('2026-01-15T12:00:00Z');
const dayMs = 86_400_000;
const zones = [
  'America/New_York',
  'America/Los_Angeles',
  'Europe/Berlin',
  'Australia/Lord_Howe',
  'Asia/Kolkata',
  'Pacific/Apia',
  'America/Havana',
];

const time = fc.integer({ min: 0, max: 1439 }).map((minutes) => clock(minutes));
const hours = fc
  .tuple(time, fc.oneof(time, fc.constant('24:00')))
  .filter(([opens, closes]) => opens !== closes)
  .map((pair) => pair.join('-'));
const dayHours = fc.array(hours, { maxLength: 2 });
const weekly = fc.record(
  { mon: dayHours, tue: dayHours, wed: dayHours, thu: dayHours, fri: dayHours, sat: dayHours, sun: dayHours },
  { requiredKeys: [] },
);
// Days around the changes of the clocks, that holidays matter where hours are hard.
const date = fc
  .constantFrom('2026-03-06', '2026-03-27', '2026-04-03', '2026-10-02', '2026-10-23', '2026-10-30')
  .chain((first) => fc.nat(4).map((days) => Temporal.PlainDate.from(first).add({ days }).toString()));
const recurring = fc.oneof(
  date.map((iso) => iso.slice(5)),
  fc.constantFrom(
    '2nd sun of mar',
    '1st sun of nov',
    'last sun of mar',
    'last sun of oct',
    '1st sun of apr',
    '4th sat of oct',
  ),
);
const dated = fc.record({ name: fc.constant('a date'), date, hours: dayHours });
const yearly = fc.record({
  name: fc.constant('every year'),
  every: recurring,
  observed: fc.constantFrom('as-is' as const, 'sunday-to-monday' as const, 'nearest-weekday' as const),
});
const holidays = fc
  .tuple(
    fc.uniqueArray(dated, { maxLength: 3, selector: (each) => each.date }),
    fc.uniqueArray(yearly, { maxLength: 3, selector: (each) => each.every }),
  )
  .map((lists) => lists.flat());
const override = fc.record({ name: fc.constant('exception'), from: date, hours: dayHours });

describe('compiled opening hours', () => {
  it.each(zones)('say what the clocks on the walls of %s say', (timeZone) => {
    const moments = momentsAroundChanges(timeZone);

    fc.assert(
      fc.property(
        weekly,
        holidays,
        fc.option(override),
        fc.infiniteStream(moments),
        (weekly, holidays, override, stream) => {
          const schedule = {
            timeZone,
            weekly,
            ...(holidays.length === 0 ? {} : { holidays }),
            ...(override === null ? {} : { overrides: [override] }),
          };

          const compiled = compile(schedule, now);

          for (const moment of stream.take(60)) {
            if (isOpen(compiled, epochMs(moment)) !== isOpenByTheWall(schedule, moment))
              throw new Error(`differs at ${new Date(moment).toISOString()}`);
          }
        },
      ),
      { numRuns: 40 },
    );
  });
});

/** Moments of two days before and after each change of the clocks of 18 months, but not of what the clocks show twice: it is open longer then, on purpose. */
function momentsAroundChanges(timeZone: string): fc.Arbitrary<number> {
  const changes = changesOf(timeZone);
  const around = fc.constantFrom(...(changes.length === 0 ? [at('2026-03-29T00:00Z')] : changes.map(({ at }) => at)));
  return fc
    .tuple(around, fc.integer({ min: -2 * 1440, max: 2 * 1440 }))
    .map(([change, minutes]) => change + minutes * 60_000)
    .filter((moment) => !changes.some(({ at, backBy }) => Math.abs(moment - at) <= backBy && backBy > 0))
    .filter((moment) => moment >= now && moment < now + 500 * dayMs);
}

function changesOf(timeZone: string): { readonly at: number; readonly backBy: number }[] {
  const changes: { readonly at: number; readonly backBy: number }[] = [];
  let from = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone);
  for (;;) {
    const next = from.getTimeZoneTransition('next');
    if (next === null || next.epochMilliseconds > now + 500 * dayMs) return changes;
    changes.push({ at: next.epochMilliseconds, backBy: (from.offsetNanoseconds - next.offsetNanoseconds) / 1e6 });
    from = next;
  }
}

function clock(minutes: number): string {
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
}
