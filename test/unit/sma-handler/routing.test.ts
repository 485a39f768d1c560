import type { E164 } from '../../../shared/domain/phone-number.ts';
import type { RoutingTable } from '../../../shared/domain/routing/table.ts';
import { epochMs } from '../../../shared/domain/time.ts';
import { anSmaEvent, callerLeg } from '../../support/sma-event-builder.ts';
import { branchOf } from '../../support/routing-table-builder.ts';
import { skillCallHeaders, smaFunction, uriOf } from '../../support/sma-call.ts';

const callBegan = epochMs(Number(callerLeg.StartTimeInMilliseconds));

describe('a decision', () => {
  const openUntilNow = {
    id: 'hours',
    opensAt: [epochMs(callBegan - 1000)],
    closesAt: [epochMs(callBegan + 1)],
    compiledUntil: epochMs(callBegan + 10_000),
  };
  const deskWhileOpen: Partial<RoutingTable> = {
    schedules: [openUntilNow],
    rules: [
      {
        id: 'open',
        when: [{ kind: 'schedule', id: 'hours', is: 'open' }],
        attempts: [{ kind: 'phone', id: 'desk', number: '+12065550199' as E164, timeoutSeconds: 9 }],
      },
    ],
  };

  it('is made for the moment at which the call began, so that a retry a minute later decides the same', async () => {
    const sma = await smaFunction(deskWhileOpen);
    await sma.clock.advanceBy(60_000);

    const { Actions } = await sma.handle(anSmaEvent({ type: 'NEW_INBOUND_CALL' }));

    expect(uriOf(Actions[0])).toBe('+12065550199');
  });

  it.each(['soon', '0', '-5', ''])('is made for now when PSTN Audio gives no such moment: %j', async (start) => {
    const sma = await smaFunction(deskWhileOpen);
    await sma.clock.advanceBy(60_000);

    const { Actions } = await sma.handle(
      anSmaEvent({ type: 'NEW_INBOUND_CALL', participants: [{ ...callerLeg, StartTimeInMilliseconds: start }] }),
    );

    expect(uriOf(Actions[0])).toBe('+12065550150');
  });

  it('is logged with its rule and the branches that lost', async () => {
    const sma = await smaFunction({
      branches: [
        branchOf({ id: 'far', coordinates: { latitude: 25.77, longitude: -80.19 } }),
        branchOf({ id: 'shut', scheduleId: 'never' }),
        branchOf({ id: 'near' }),
      ],
      schedules: [{ id: 'never', opensAt: [], closesAt: [], compiledUntil: callBegan }],
      rules: [
        {
          id: 'visit',
          when: [],
          attempts: [{ kind: 'nearestBranch', withinKilometers: 100, upTo: 1, timeoutSeconds: 20 }],
        },
      ],
    });
    const context = await sma.storedContext();

    await sma.handle(anSmaEvent({ type: 'NEW_INBOUND_CALL', sipHeaders: skillCallHeaders(context.id) }));

    const routed = sma.logged.find((line) => line.includes('call-routed'));
    expect(JSON.parse(routed ?? '{}')).toMatchObject({
      ruleId: 'visit',
      tableVersion: 1,
      passedOver: 'shut:closed/far:tooFar',
    });
  });

  it('by the caller’s locale keeps the locale for what is said later', async () => {
    const sma = await smaFunction({
      rules: [
        {
          id: 'canada',
          when: [{ kind: 'locale', anyOf: ['en-CA'] }],
          attempts: [{ kind: 'phone', id: 'desk', number: '+12065550199' as E164, timeoutSeconds: 9 }],
        },
      ],
    });
    const context = await sma.storedContext({ locale: 'en-CA' });

    const { Actions, TransactionAttributes } = await sma.handle(
      anSmaEvent({ type: 'NEW_INBOUND_CALL', sipHeaders: skillCallHeaders(context.id) }),
    );

    expect(uriOf(Actions[0])).toBe('+12065550199');
    expect(TransactionAttributes).toMatchObject({ locale: 'en-CA' });
  });
});
