import { localTime, momentOf } from '../../../../../console/web/ui/local-time.ts';

const losAngeles = 'America/Los_Angeles';

describe('The time of a place', () => {
  it.each([
    ['2026-07-04T09:30', losAngeles, '2026-07-04T09:30:00-07:00'],
    ['2026-12-24T09:30', losAngeles, '2026-12-24T09:30:00-08:00'],
    ['2026-12-24T23:59', 'Asia/Kathmandu', '2026-12-24T23:59:00+05:45'],
    ['2026-12-24T00:00', 'UTC', '2026-12-24T00:00:00+00:00'],
  ])('%s in %s is the moment %s, and back', (local, zone, moment) => {
    expect(momentOf(local, zone)).toBe(moment);
    expect(localTime(Date.parse(moment), zone)).toBe(local);
  });

  it('is the earlier moment where clocks show it twice', () => {
    expect(momentOf('2026-11-01T01:30', losAngeles)).toBe('2026-11-01T01:30:00-07:00');
  });

  it('is an hour later where clocks leap over it', () => {
    expect(momentOf('2026-03-08T02:30', losAngeles)).toBe('2026-03-08T03:30:00-07:00');
  });

  it('is none where nobody wrote one', () => {
    expect(momentOf('tomorrow', losAngeles)).toBeUndefined();
  });
});
