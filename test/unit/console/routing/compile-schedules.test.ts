import { isOpen } from '../../../../shared/domain/routing/schedule.ts';
import { at, compile, openings } from './schedule/schedules-fixture.ts';

describe('opening hours', () => {
  it('follow the local clock through winter and summer', () => {
    const schedule = compile({ weekly: { 'mon-fri': ['09:00-12:30', '13:00-17:00'], sat: ['10:00-14:00'] } });

    expect(openings(schedule, '2026-03-06T00:00Z', '2026-03-10T00:00Z')).toEqual([
      '2026-03-06T14:00 2026-03-06T17:30',
      '2026-03-06T18:00 2026-03-06T22:00',
      '2026-03-07T15:00 2026-03-07T19:00',
      '2026-03-09T13:00 2026-03-09T16:30',
      '2026-03-09T17:00 2026-03-09T21:00',
    ]);
  });

  it.each([
    {
      case: 'clocks go forward: the day has 23 hours',
      from: '2026-03-08',
      opens: '2026-03-08T05:00',
      closes: '2026-03-09T04:00',
    },
    {
      case: 'clocks go back: the day has 25 hours',
      from: '2026-11-01',
      opens: '2026-11-01T04:00',
      closes: '2026-11-02T05:00',
    },
  ])('of a whole Sunday when $case', ({ from, opens, closes }) => {
    const schedule = compile({ weekly: { sun: ['00:00-24:00'] } });

    expect(openings(schedule, `${from}T05:00Z`, `${from}T23:00Z`)).toEqual([`${opens} ${closes}`]);
  });

  it.each([
    {
      case: 'a skipped time to open is when clocks go forward',
      hours: '02:30-06:00',
      day: '2026-03-08',
      expected: ['2026-03-08T07:00 2026-03-08T10:00'],
    },
    {
      case: 'a skipped time to close is when clocks go forward',
      hours: '01:00-02:30',
      day: '2026-03-08',
      expected: ['2026-03-08T06:00 2026-03-08T07:00'],
    },
    { case: 'hours that are skipped altogether are none', hours: '02:10-02:50', day: '2026-03-08', expected: [] },
    {
      case: 'a time to open that comes twice is the first',
      hours: '01:30-03:00',
      day: '2026-11-01',
      expected: ['2026-11-01T05:30 2026-11-01T08:00'],
    },
    {
      case: 'a time to close that comes twice is the last',
      hours: '00:30-01:30',
      day: '2026-11-01',
      expected: ['2026-11-01T04:30 2026-11-01T06:30'],
    },
  ])('when clocks change: $case', ({ hours, day, expected }) => {
    const schedule = compile({ weekly: { sun: [hours] } });

    expect(openings(schedule, `${day}T04:00Z`, `${day}T23:00Z`)).toEqual(expected);
  });

  it('run over midnight, and over the end of the week', () => {
    const schedule = compile({ weekly: { sun: ['22:00-02:00'] } });

    expect(openings(schedule, '2026-06-07T12:00Z', '2026-06-09T12:00Z')).toEqual(['2026-06-08T02:00 2026-06-08T06:00']);
  });

  it('that began yesterday evening still hold at the moment of publishing', () => {
    const schedule = compile({ weekly: { wed: ['22:00-02:00'] } }, at('2026-01-15T06:00Z'));

    expect(isOpen(schedule, at('2026-01-15T06:00Z'))).toBe(true);
  });

  it('that touch or overlap become one', () => {
    const schedule = compile({ weekly: { mon: ['12:00-15:00', '09:00-12:00', '14:00-24:00'], tue: ['00:00-01:00'] } });

    expect(openings(schedule, '2026-06-08T12:00Z', '2026-06-09T12:00Z')).toEqual(['2026-06-08T13:00 2026-06-09T05:00']);
  });

  it('of every hour of every day are one interval until the end of what is compiled', () => {
    const schedule = compile({ weekly: { 'mon-sun': ['00:00-24:00'] } });

    expect(schedule.opensAt).toHaveLength(1);
    expect(schedule.closesAt).toEqual([schedule.compiledUntil]);
    expect(new Date(schedule.compiledUntil).toISOString()).toBe('2027-07-15T11:00:00.000Z');
  });

  it('of days over the end of the week are those of each of them', () => {
    const schedule = compile({ weekly: { 'sat-mon': ['10:00-11:00'] } });

    expect(openings(schedule, '2026-06-05T00:00Z', '2026-06-10T00:00Z').map((opening) => opening.slice(0, 10))).toEqual(
      ['2026-06-06', '2026-06-07', '2026-06-08'],
    );
  });

  it('are none on a holiday, or its own; hours that began the evening before go on', () => {
    const schedule = compile({
      weekly: { 'mon-sun': ['22:00-02:00'] },
      holidays: [
        { date: '2026-07-04', name: 'Independence Day', hours: [] },
        { date: '2026-07-05', name: 'the day after', hours: ['10:00-11:00'] },
      ],
    });

    expect(openings(schedule, '2026-07-03T12:00Z', '2026-07-07T00:00Z')).toEqual([
      '2026-07-04T02:00 2026-07-04T06:00',
      '2026-07-05T14:00 2026-07-05T15:00',
    ]);
  });
});
