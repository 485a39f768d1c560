import { epochMs } from '../../../shared/domain/time.ts';
import { contextCreatedAt } from '../../support/call-context-builder.ts';
import { answered, callsToRoute, destinationsOf, dialled, toPhone } from '../../support/calls-to-route.ts';
import { callerLeg } from '../../support/sma-event-builder.ts';

const began = epochMs(Number(callerLeg.StartTimeInMilliseconds));
const minute = 60_000;

/** Open for a second before the moment and a millisecond from it. */
function deskOpenAt(moment: number) {
  const opensAt = [epochMs(moment - 1000)];
  const closesAt = [epochMs(moment + 1)];
  return {
    schedules: [{ id: 'hours', opensAt, closesAt, compiledUntil: epochMs(moment + 10_000) }],
    rules: [toPhone('open', { kind: 'schedule', id: 'hours', is: 'open' })],
  };
}

function startingAt(start: number | string) {
  return { StartTimeInMilliseconds: String(start) };
}

describe('the moment for which a call is decided', () => {
  it('is the one at which it began, so that a retry a minute later decides the same', async () => {
    const calls = await callsToRoute(deskOpenAt(began));
    await calls.clock.advanceBy(minute);

    expect(destinationsOf(await calls.inbound())).toEqual(['phone:open']);
  });

  it.each(['soon', '0', '-5', '', '1e400', '1795014000000.5'])(
    'is now when PSTN Audio gives no such moment: %j',
    async (start) => {
      const calls = await callsToRoute(deskOpenAt(began + minute));
      await calls.clock.advanceBy(minute);

      expect(destinationsOf(await calls.inbound(dialled(startingAt(start))))).toEqual(['phone:open']);
      expect(calls.logged.join('\n')).not.toContain('call-start-doubted');
    },
  );

  it.each([
    { apart: -15 * minute, believed: true },
    { apart: 15 * minute, believed: true },
    { apart: -15 * minute - 1, believed: false },
    { apart: 15 * minute + 1, believed: false },
  ])('is now, and that is logged, when the clocks are too far apart: $apart ms', async ({ apart, believed }) => {
    const start = contextCreatedAt + apart;
    const calls = await callsToRoute(deskOpenAt(believed ? start : contextCreatedAt));

    const routes = [
      await calls.inbound(dialled(startingAt(start))),
      await calls.callback(undefined, dialled(startingAt(start))),
    ];

    expect(routes.map(destinationsOf)).toEqual([['phone:open'], ['phone:open']]);
    expect(calls.logged.join('\n').includes('call-start-doubted')).toBe(!believed);
  });

  it('may be long ago for a caller who has talked since and wants another try, but no more than a day', async () => {
    const calls = await callsToRoute(deskOpenAt(began));
    const first = await calls.inbound();
    await calls.clock.advanceBy(24 * 60 * minute);

    const nextDay = await calls.after(first, 'again');
    await calls.clock.advanceBy(1);
    const later = await calls.after(first, 'again');
    const ahead = await calls.after(first, 'again', answered(startingAt(calls.clock.now() + 15 * minute + 1)));

    expect(destinationsOf(nextDay)).toEqual(['phone:open']);
    expect(destinationsOf(later)).toEqual(['contactCenter:support']);
    expect(destinationsOf(ahead)).toEqual(['contactCenter:support']);
  });
});
