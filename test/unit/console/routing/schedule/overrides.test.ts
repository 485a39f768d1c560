import { at, compile, compileFile, openDays, openings, type WrittenSchedule } from './schedules-fixture.ts';

const everyNoon = { timeZone: 'America/New_York', weekly: { 'mon-sun': ['12:00-13:00'] } };

function report(overrides: WrittenSchedule['overrides'], now?: string): string[] {
  const { findings } = compileFile(
    { schedules: { office: { ...everyNoon, ...(overrides && { overrides }) } } },
    ...(now === undefined ? [] : [at(now)]),
  );
  return findings.map(({ severity, code, path, message }) => `${severity} ${code} ${path} ${message}`);
}

describe('an override', () => {
  it('closes the days from its first to its last', () => {
    const schedule = compile({
      ...everyNoon,
      overrides: [{ name: 'Building works', from: '2026-06-02', to: '2026-06-04', hours: [] }],
    });

    expect(openDays(schedule, '2026-06-01T00:00Z', '2026-06-06T00:00Z')).toEqual(['2026-06-01', '2026-06-05']);
  });

  it('beats a holiday and the week', () => {
    const schedule = compile({
      ...everyNoon,
      holidays: [{ name: 'Christmas Day', every: '12-25' }],
      overrides: [{ name: 'Open after all', from: '2026-12-25', hours: ['10:00-11:00'] }],
    });

    expect(openings(schedule, '2026-12-25T00:00Z', '2026-12-26T00:00Z')).toEqual(['2026-12-25T15:00 2026-12-25T16:00']);
  });

  it('may be longer than what is compiled', () => {
    const { schedules, findings } = compileFile({
      schedules: {
        office: { ...everyNoon, overrides: [{ name: 'Closed down', from: '2020-01-01', to: '2099-12-31', hours: [] }] },
      },
    });

    expect(schedules[0]!.opensAt).toEqual([]);
    expect(findings.map(({ code }) => code)).toEqual(['schedule-always-closed']);
  });

  it('that shares a day with another is refused, whatever their hours', () => {
    const found = report([
      { name: 'Works', from: '2026-06-02', to: '2026-06-04', hours: [] },
      { name: 'Fair', from: '2026-06-05', hours: [] },
      { name: 'Move', from: '2026-06-04', hours: [] },
      { name: 'Paint', from: '2026-06-01', to: '2026-06-02', hours: [] },
    ]);

    expect(found).toEqual([
      'error override-twice schedules.office.overrides[2] has days of "Works" (2026-06-02 to 2026-06-04): give each day to one override',
      'error override-twice schedules.office.overrides[3] has days of "Works" (2026-06-02 to 2026-06-04): give each day to one override',
    ]);
  });

  it.each([
    { case: 'ended yesterday', now: '2026-06-05T12:00Z', hours: [], found: ['over (2026-06-02 to 2026-06-04)'] },
    { case: 'ends today', now: '2026-06-04T12:00Z', hours: [], found: [] },
    { case: 'ends today, where it is still today', now: '2026-06-05T03:00Z', hours: [], found: [] },
    { case: 'reaches into this morning', now: '2026-06-05T05:00Z', hours: ['22:00-02:00'], found: [] },
  ])('that $case is noted only when it is over', ({ now, hours, found }) => {
    const notes = report([{ name: 'Works', from: '2026-06-02', to: '2026-06-04', hours }], now);

    expect(notes).toEqual(
      found.map((text) => `note override-past schedules.office.overrides[0] "Works" is ${text}: remove it`),
    );
  });

  it('that is inherited is noted once, where it is written', () => {
    const { findings } = compileFile({
      schedules: {
        office: { ...everyNoon, overrides: [{ name: 'Snow', from: '2025-02-02', hours: [] }] },
        shop: { like: 'office' },
      },
    });

    expect(findings.map(({ path }) => path)).toEqual(['schedules.office.overrides[0]']);
  });
});

describe('a schedule that is never open', () => {
  it('is reported with a moment at which it is closed', () => {
    const { findings } = compileFile({ schedules: { office: { timeZone: 'Europe/Berlin', weekly: {} } } });

    expect(findings).toEqual([
      {
        severity: 'warning',
        code: 'schedule-always-closed',
        path: 'schedules.office',
        message: 'is never open in the 18 months that are compiled: give it hours under weekly, or remove it',
        witness: { context: {}, at: '2026-01-15T12:00:00.000Z', seed: 'witness' },
      },
    ]);
  });

  it('is reported too when it opened yesterday for the last time', () => {
    const { findings } = compileFile({
      schedules: {
        fair: {
          timeZone: 'Europe/Berlin',
          weekly: {},
          overrides: [{ name: 'Fair', from: '2026-01-14', hours: ['10:00-18:00'] }],
        },
      },
    });

    expect(findings.map(({ code }) => code)).toEqual(['schedule-always-closed', 'override-past']);
  });

  it('is not one that opens once', () => {
    const { findings } = compileFile({
      schedules: {
        fair: {
          timeZone: 'Europe/Berlin',
          weekly: {},
          overrides: [{ name: 'Fair', from: '2026-08-01', hours: ['10:00-18:00'] }],
        },
      },
    });

    expect(findings).toEqual([]);
  });
});
