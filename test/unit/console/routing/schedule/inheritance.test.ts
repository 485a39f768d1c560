import { at, compile, compileFile, openDays, openings } from './schedules-fixture.ts';

const office = {
  timeZone: 'America/New_York',
  weekly: { 'mon-fri': ['09:00-17:00'] },
  holidays: [{ name: 'Christmas Day', every: '12-25' }],
  overrides: [{ name: 'Snow', from: '2026-02-02', hours: [] }],
};

describe('a schedule like another', () => {
  it('has its hours by the clock of its own time zone', () => {
    const { schedules } = compileFile({
      schedules: { 'west-coast': { like: 'office', timeZone: 'America/Los_Angeles' }, office },
    });

    expect(openings(schedules[0]!, '2026-02-02T00:00Z', '2026-02-04T00:00Z')).toEqual([
      '2026-02-03T17:00 2026-02-04T01:00',
    ]);
    expect(openings(schedules[1]!, '2026-02-02T00:00Z', '2026-02-04T00:00Z')).toEqual([
      '2026-02-03T14:00 2026-02-03T22:00',
    ]);
  });

  it('is the same as one that gives everything itself', () => {
    const { schedules } = compileFile({
      schedules: { office, middle: { like: 'office', timeZone: 'Europe/Berlin' }, leaf: { like: 'middle' } },
    });

    const { id: _id, ...whole } = compile({ ...office, timeZone: 'Europe/Berlin' });
    expect(schedules[2]).toEqual({ id: 'leaf', ...whole });
  });

  it('replaces holidays and overrides by its own, altogether', () => {
    const { schedules } = compileFile({
      schedules: {
        office,
        shop: {
          like: 'office',
          holidays: [{ name: 'Stocktaking', date: '2026-12-28' }],
          overrides: [{ name: 'Fair', from: '2026-02-04', hours: [] }],
        },
      },
    });

    expect(openDays(schedules[1]!, '2026-02-02T00:00Z', '2026-02-06T00:00Z')).toEqual([
      '2026-02-02',
      '2026-02-03',
      '2026-02-05',
    ]);
    expect(openDays(schedules[1]!, '2026-12-24T00:00Z', '2026-12-30T00:00Z')).toEqual([
      '2026-12-24',
      '2026-12-25',
      '2026-12-29',
    ]);
  });

  it('takes over what is wrong there without reporting it again', () => {
    const twice = [
      { name: 'a', date: '2026-12-24' },
      { name: 'b', date: '2026-12-24' },
    ];
    const { findings } = compileFile({
      schedules: {
        office: { ...office, weekly: { 'mon-fri': [], fri: ['09:00-10:00'] }, holidays: twice },
        shop: { like: 'office' },
      },
    });

    expect(findings.filter(({ severity }) => severity === 'error').map(({ code }) => code)).toEqual([
      'day-twice',
      'holiday-twice',
    ]);
  });

  it('that there is not is refused, with the nearest name, and is closed', () => {
    const { schedules, findings } = compileFile({ schedules: { office, shop: { like: 'ofice' } } });

    expect(findings).toEqual([
      {
        severity: 'error',
        code: 'unknown-reference',
        path: 'schedules.shop.like',
        message: '"ofice" is not a schedule of this file – did you mean "office"?',
      },
    ]);
    expect(schedules[1]).toMatchObject({ id: 'shop', opensAt: [], closesAt: [] });
  });

  it('is not taken for something that every object has', () => {
    const { findings } = compileFile({ schedules: { office, shop: { like: 'constructor' } } });

    expect(findings.map(({ code }) => code)).toEqual(['unknown-reference']);
  });

  it('that is like the first is refused: the whole round is named once, and all of it is closed', () => {
    const { schedules, findings } = compileFile({
      schedules: {
        outside: { like: 'a' },
        a: { like: 'b', timeZone: 'America/New_York' },
        b: { like: 'c', weekly: { mon: ['09:00-17:00'] } },
        c: { like: 'a' },
      },
    });

    expect(findings.map(({ code, path, message }) => `${code} ${path} ${message}`)).toEqual([
      'schedule-cycle schedules.a.like is like itself in the end: a → b → c → a: give one of them its own timeZone and weekly, without like',
    ]);
    expect(schedules.flatMap(({ opensAt }) => opensAt)).toEqual([]);
  });

  it('may be like the next, thousands of times', () => {
    const ids = Array.from({ length: 12_000 }, (_, index) => `s${index}`);
    const closed = { timeZone: 'UTC', weekly: {} };
    const chain = ids.map((id, index): [string, object] => [id, { like: ids[index + 1] ?? 'end' }]);

    const { schedules, findings } = compileFile({ schedules: Object.fromEntries([...chain, ['end', closed]]) });

    expect(schedules).toHaveLength(12_001);
    expect(new Set(findings.map(({ code }) => code))).toEqual(new Set(['schedule-always-closed']));
  });

  it('is closed with all that are like it, thousands of them, when it is like itself', () => {
    const ids = Array.from({ length: 12_000 }, (_, index) => `s${index}`);
    const chain = ids.map((id, index): [string, object] => [id, { like: ids[index + 1] ?? id }]);

    const { findings } = compileFile({ schedules: Object.fromEntries(chain) });

    expect(findings.map(({ code, path }) => `${code} ${path}`)).toEqual(['schedule-cycle schedules.s11999.like']);
  });

  it('that is itself is refused', () => {
    const { findings } = compileFile({ schedules: { a: { like: 'a', weekly: {} } } });

    expect(findings.map(({ message }) => message).join()).toContain('a → a');
  });
});

describe('the id of a schedule', () => {
  it('may not be that of the schedule which needs no definition', () => {
    const { findings } = compileFile({ schedules: { always: office } }, at('2026-01-15T12:00:00Z'));

    expect(findings.map(({ code }) => code)).toEqual(['schedule-id-reserved']);
  });
});
