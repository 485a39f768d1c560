import type { E164 } from '../../../shared/domain/phone-number.ts';
import { decide } from '../../../shared/domain/routing/decide.ts';
import { indexTable } from '../../../shared/domain/routing/indexed-table.ts';
import { epochMs } from '../../../shared/domain/time.ts';
import { anSmaEvent, callerLeg } from '../../support/sma-event-builder.ts';
import { branchOf, routingTableOf, type TableChanges } from '../../support/routing-table-builder.ts';
import { uriOf } from '../../support/sma-actions.ts';
import { skillCallHeaders, smaFunction } from '../../support/sma-call.ts';

const callBegan = epochMs(Number(callerLeg.StartTimeInMilliseconds));

describe('a decision', () => {
  const openUntilNow = {
    id: 'hours',
    opensAt: [epochMs(callBegan - 1000)],
    closesAt: [epochMs(callBegan + 1)],
    compiledUntil: epochMs(callBegan + 10_000),
  };
  const deskWhileOpen: TableChanges = {
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

  it('is logged with its rule and the nearer branches that lost', async () => {
    const sma = await smaFunction({
      branches: [branchOf({ id: 'shut', scheduleId: 'never' }), branchOf({ id: 'near' })],
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
      passedOver: 'shut:closed',
    });
  });

  it('is logged with as many of the branches that lost as one field has room for', async () => {
    const shut = (letter: string) => branchOf({ id: `shut-${letter.repeat(60)}`, scheduleId: 'never' });
    const sma = await smaFunction({
      branches: [shut('a'), shut('b'), shut('c'), branchOf({ id: 'near' })],
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
      passedOver: `shut-${'a'.repeat(60)}:closed/shut-${'b'.repeat(60)}:closed`,
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

  const byAreaCode: TableChanges = {
    rules: [
      {
        id: 'seattle',
        when: [{ kind: 'callerPrefix', anyOf: ['+1206'] }],
        attempts: [{ kind: 'phone', id: 'desk', number: '+12065550199' as E164, timeoutSeconds: 9 }],
      },
    ],
  };

  it('by the caller’s number goes by the number that the call shows when there is no context', async () => {
    const sma = await smaFunction(byAreaCode);
    const withheld = { ...callerLeg, From: 'anonymous' };

    const shown = await sma.handle(anSmaEvent({ type: 'NEW_INBOUND_CALL' }));
    const hidden = await sma.handle(anSmaEvent({ type: 'NEW_INBOUND_CALL', participants: [withheld] }));

    expect(uriOf(shown.Actions[0])).toBe('+12065550199');
    expect(uriOf(hidden.Actions[0])).toBe('+12065550150');
  });

  it('by the caller’s number goes by the context’s number when there is one', async () => {
    const sma = await smaFunction(byAreaCode);
    const context = await sma.storedContext({ phoneNumber: '+13125550100' as E164 });

    const { Actions } = await sma.handle(
      anSmaEvent({ type: 'NEW_INBOUND_CALL', sipHeaders: skillCallHeaders(context.id) }),
    );

    expect(uriOf(Actions[0])).toBe('+12065550150');
  });

  it('by lot is drawn by the context’s id, so that a replay draws the same', async () => {
    const table: TableChanges = { rules: [{ ...byAreaCode.rules![0]!, when: [{ kind: 'share', percent: 50 }] }] };
    const indexed = indexTable(routingTableOf(table));
    const sma = await smaFunction(table);
    const drawn: string[] = [];
    const expected: string[] = [];
    for (let call = 0; call < 20; call += 1) {
      const { id } = await sma.storedContext();
      const event = anSmaEvent({ type: 'NEW_INBOUND_CALL', sipHeaders: skillCallHeaders(id) });
      const { TransactionAttributes } = await sma.handle({
        ...event,
        CallDetails: { ...event.CallDetails, TransactionId: `call-${call}` },
      });
      drawn.push(TransactionAttributes?.['rule'] ?? '');
      expected.push(decide(indexed, { entry: 'alexa-skill-call', attributes: {} }, callBegan, id).plan.ruleId);
    }

    expect(drawn).toEqual(expected);
    expect(new Set(drawn)).toEqual(new Set(['seattle', 'default']));
  });

  it('that ends in a voicemail ends at the default destination, and that is logged once, where there is no bucket', async () => {
    const mailbox = {
      kind: 'voicemail',
      id: 'mailbox',
      words: { default: 'Please leave a message.' },
      maximumSeconds: 60,
    } as const;
    const desk = byAreaCode.rules![0]!.attempts[0]!;
    const sma = await smaFunction({ rules: [{ id: 'r', when: [], attempts: [mailbox, desk, mailbox] }] });

    const first = await sma.handle(anSmaEvent({ type: 'NEW_INBOUND_CALL' }));
    const second = await sma.handle(
      anSmaEvent({
        type: 'ACTION_FAILED',
        participants: [{ ...callerLeg, Status: 'Connected' }],
        attributes: first.TransactionAttributes,
        actionData: { Type: 'CallAndBridge', ErrorType: 'CallNotAnswered' },
      }),
    );

    expect(uriOf(first.Actions[0])).toBe('+12065550199');
    expect(uriOf(second.Actions[0])).toBe('+12065550141');
    expect(sma.logged.filter((line) => line.includes('voicemail-bucket-missing'))).toHaveLength(1);
  });

  const nobody = { when: [{ kind: 'reason', anyOf: ['nothing'] }], attempts: [] } as const;
  const far = { latitude: -33, longitude: 151 };

  it.each([
    {
      case: 'rules',
      branches: [],
      rules: Array.from({ length: 1000 }, (_, index) => ({ id: `r${index}`, ...nobody })),
    },
    {
      case: 'branches',
      branches: Array.from({ length: 999 }, (_, index) => branchOf({ id: `far-${index}`, coordinates: far })),
      rules: [],
    },
  ])('is not explained in the log when a table has so many $case that the caller would wait', async (table) => {
    const branch = { kind: 'nearestBranch', withinKilometers: 100, upTo: 1, timeoutSeconds: 20 } as const;
    const sma = await smaFunction({
      branches: [branchOf({ id: 'shut', scheduleId: 'never' }), branchOf({ id: 'near' }), ...table.branches],
      schedules: [{ id: 'never', opensAt: [], closesAt: [], compiledUntil: callBegan }],
      rules: [...table.rules, { id: 'visit', when: [], attempts: [branch] }],
    });
    const context = await sma.storedContext();

    await sma.handle(anSmaEvent({ type: 'NEW_INBOUND_CALL', sipHeaders: skillCallHeaders(context.id) }));

    const routed = sma.logged.find((line) => line.includes('call-routed'));
    expect(routed).toContain('"ruleId":"visit"');
    expect(routed).not.toContain('passedOver');
  });
});
