import fc from 'fast-check';
import { isOpen } from '../../../../../shared/domain/routing/schedule.ts';
import { epochMs } from '../../../../../shared/domain/time.ts';

describe('a schedule', () => {
  const schedule = { opensAt: [epochMs(100), epochMs(300)], closesAt: [epochMs(200), epochMs(400)] };

  it.each([
    { at: 0, open: false },
    { at: 99, open: false },
    { at: 100, open: true },
    { at: 199, open: true },
    { at: 200, open: false },
    { at: 300, open: true },
    { at: 400, open: false },
    { at: 9999, open: false },
  ])('is open at $at: $open', ({ at, open }) => {
    expect(isOpen(schedule, epochMs(at))).toBe(open);
  });

  it('without hours is never open', () => {
    expect(isOpen({ opensAt: [], closesAt: [] }, epochMs(1))).toBe(false);
  });

  it('is open exactly within its intervals', () => {
    const boundaries = fc
      .uniqueArray(fc.nat(500), { maxLength: 60 })
      .map((moments) => moments.toSorted((a, b) => a - b));

    fc.assert(
      fc.property(boundaries, fc.nat(520), (moments, at) => {
        const pairs = Array.from(
          { length: Math.floor(moments.length / 2) },
          (_, index) => [moments[2 * index] ?? 0, moments[2 * index + 1] ?? 0] as const,
        );
        const compiled = {
          opensAt: pairs.map(([opens]) => epochMs(opens)),
          closesAt: pairs.map(([, closes]) => epochMs(closes)),
        };
        return isOpen(compiled, epochMs(at)) === pairs.some(([opens, closes]) => at >= opens && at < closes);
      }),
    );
  });
});
