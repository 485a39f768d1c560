import type { Attempt } from '../../../shared/domain/routing/plan.ts';
import { createLogger } from '../../../shared/observability/logger.ts';
import { route } from '../../../sma-handler/effects/route.ts';
import { InvocationTime } from '../../../sma-handler/invocation-time.ts';
import { withoutVoicemail } from '../../../sma-handler/routing/without-voicemail.ts';
import { adviser, aPlan, bellevue, closedToday, downtown, holdOn, mailbox } from '../../support/attempts.ts';
import { anSmaEvent } from '../../support/sma-event-builder.ts';
import { TimersFake } from '../../support/timers-fake.ts';

const defaultPlan = aPlan(downtown);

describe('a plan where no voicemail can be recorded', () => {
  const plans: { case: string; attempts: Attempt[]; expected: Attempt[] }[] = [
    { case: 'a voicemail alone', attempts: [mailbox], expected: [downtown] },
    { case: 'words that lead to a voicemail', attempts: [closedToday, mailbox], expected: [downtown] },
    {
      case: 'somebody, then words that lead to a voicemail',
      attempts: [bellevue, holdOn, mailbox],
      expected: [bellevue, downtown],
    },
    { case: 'a voicemail, then words', attempts: [mailbox, closedToday], expected: [downtown] },
    {
      case: 'a voicemail before somebody else',
      attempts: [holdOn, mailbox, adviser, closedToday],
      expected: [holdOn, adviser, closedToday],
    },
  ];

  it.each(plans)('is made without it, and never ends in its stead: $case', ({ attempts, expected }) => {
    expect(withoutVoicemail(aPlan(...attempts), defaultPlan)).toEqual(aPlan(...expected));
  });
});

describe('a call by a plan with a voicemail', () => {
  it.each([
    { case: 'goes without it, and that is logged, where there is no bucket', bucket: {}, kinds: ['branch'], logged: 1 },
    {
      case: 'is left as it is where there is one',
      bucket: { voicemailBucket: 'messages' },
      kinds: ['message', 'voicemail'],
      logged: 0,
    },
  ])('$case', async ({ bucket, kinds, logged }) => {
    const clock = new TimersFake();
    const lines: string[] = [];
    const decided = { plan: aPlan(closedToday, mailbox), entry: 'phone' } as const;
    const wish = { kind: 'inbound' } as const;
    const event = anSmaEvent({ type: 'NEW_INBOUND_CALL' });

    const input = await route(
      { kind: 'route', state: { phase: 'new' }, wish },
      { event, time: new InvocationTime(clock) },
      {
        route: () => Promise.resolve(decided),
        destination: () => Promise.resolve(undefined),
        defaultPlan,
        world: bucket,
        log: createLogger({ clock, write: (line) => lines.push(line) }),
      },
    );

    expect(input.kind === 'routed' && input.route.plan.attempts.map(({ kind }) => kind)).toEqual(kinds);
    expect(lines.filter((line) => line.includes('voicemail-bucket-missing'))).toHaveLength(logged);
  });
});
