import { isOpen } from '../../../../../shared/domain/routing/schedule.ts';
import { at, compileFile, openings, type Compiled } from './schedules-fixture.ts';

function compileHours(hours: string, timeZone = 'America/New_York', now = '2026-01-15T12:00Z'): Compiled {
  return compileFile({ schedules: { nights: { timeZone, weekly: { 'mon-sun': [hours] } } } }, at(now));
}

function messages({ findings }: Compiled): string[] {
  return findings.map(({ severity, code, message }) => `${severity} ${code} ${message}`);
}

describe('when clocks go forward', () => {
  it('a time to open that does not exist is reported: the first date, and how many more', () => {
    const compiled = compileHours('02:30-10:00');

    expect(messages(compiled)[0]).toBe(
      'warning hours-skipped opens at 02:30 on 2026-03-08, a time that does not exist, as clocks go from 02:00 to 03:00: it opens when they do; choose another time, or give that day its own hours under overrides (and on 1 more day of the next 18 months)',
    );
    expect(compiled.findings[0]?.witness).toEqual({ context: {}, at: '2026-03-08T07:00:00.000Z', seed: 'witness' });
  });

  it('a time to close that does not exist is reported, on the date by the clock', () => {
    const [message] = messages(compileHours('20:00-02:30'));

    expect(message).toContain('closes at 02:30 on 2026-03-08, a time that does not exist');
  });

  it('hours that do not exist at all are reported: it does not open', () => {
    const [message] = messages(compileHours('02:10-02:50'));

    expect(message).toContain('has 02:10-02:50 on 2026-03-08, when clocks go from 02:00 to 03:00: it does not open');
  });

  it('closing on the moment is nothing to report', () => {
    expect(messages(compileHours('09:00-02:00'))).toEqual([]);
  });

  it('at midnight, the day begins when they have, and nothing is reported', () => {
    // In Cairo, 24 April 2026 begins at 01:00.
    const compiled = compileHours('00:00-24:00', 'Africa/Cairo');

    expect(messages(compiled)).toEqual([]);
    expect(compiled.schedules[0]!.opensAt).toHaveLength(1);
  });

  it('by half an hour, only that half hour counts', () => {
    // On Lord Howe Island clocks go from 02:00 to 02:30.
    const within = compileHours('02:15-10:00', 'Australia/Lord_Howe');
    const after = compileHours('02:30-10:00', 'Australia/Lord_Howe');

    expect(messages(within)[0]).toContain('clocks go from 02:00 to 02:30');
    expect(messages(after)).toEqual([]);
  });

  it('by a whole day, the day that does not exist is not opened', () => {
    // Samoa had no 30 December 2011.
    const { schedules } = compileHours('09:00-17:00', 'Pacific/Apia', '2011-12-01T00:00Z');

    expect(openings(schedules[0]!, '2011-12-29T12:00Z', '2011-12-31T12:00Z')).toEqual([
      '2011-12-29T19:00 2011-12-30T03:00',
      '2011-12-30T19:00 2011-12-31T03:00',
    ]);
  });
});

describe('when clocks go back', () => {
  it('a time to open that comes twice is noted: the first is taken', () => {
    const compiled = compileHours('01:30-10:00');

    expect(messages(compiled)).toEqual([
      'note hours-twice opens at 01:30 on 2026-11-01, a time that comes twice, as clocks go back: it opens at the first; give that day its own hours under overrides if that is wrong',
    ]);
  });

  it('a time to close that comes twice is noted: the second is taken', () => {
    const [message] = messages(compileHours('20:00-01:30'));

    expect(message).toContain(
      'closes at 01:30 on 2026-11-01, a time that comes twice, as clocks go back: it closes at the second',
    );
  });

  it.each(['01:30-10:00', '20:00-01:30'])(
    'the witness of %s is open, though the clock on the wall is out of the hours',
    (hours) => {
      const { schedules, findings } = compileHours(hours);

      const moment = at(findings.find(({ code }) => code === 'hours-twice')!.witness!.at);
      expect(isOpen(schedules[0]!, moment)).toBe(true);
      // Half past one is shown at 05:30 and 06:30 UTC.
      expect(new Date(moment).toISOString().slice(0, 16)).toBe(
        hours.startsWith('01:30') ? '2026-11-01T06:29' : '2026-11-01T05:30',
      );
    },
  );

  it('at midnight, a day ends once: the hour that comes again belongs to the next', () => {
    // In Havana, 1 November 2026 has 00:00 to 01:00 twice.
    const { schedules, findings } = compileFile({
      schedules: { saturdays: { timeZone: 'America/Havana', weekly: { sat: ['00:00-24:00'] } } },
    });

    expect(openings(schedules[0]!, '2026-10-31T12:00Z', '2026-11-02T00:00Z')).toEqual([
      '2026-10-31T04:00 2026-11-01T04:00',
    ]);
    expect(findings).toEqual([]);
  });

  it('the first date is one to come', () => {
    const compiled = compileHours('01:30-10:00', 'America/New_York', '2026-11-01T12:00Z');

    expect(messages(compiled)).toEqual([
      expect.stringContaining('opens at 01:30 on 2027-11-07, a time that comes twice'),
    ]);
  });
});

describe('where clocks never change', () => {
  it('nothing is reported', () => {
    expect(messages(compileHours('02:30-01:30', 'Asia/Kolkata'))).toEqual([]);
  });
});
