import { startEventBus, type LocalEventBus } from '../../../../../infra/local/event-bus/event-bus.ts';
import type { BusEvent } from '../../../../../infra/local/event-bus/bus-rules.ts';
import { eventBridgeAdviserInvitations } from '../../../../../shared/adapters/event-bridge/event-bridge-adviser-invitations.ts';
import { systemClock } from '../../../../../shared/adapters/system/system-clock.ts';
import { systemIds } from '../../../../../shared/adapters/system/system-ids.ts';
import { systemTimers } from '../../../../../shared/adapters/system/system-timers.ts';
import type { AdviserInvitation, AdviserInvitations } from '../../../../../shared/ports/adviser-invitations.ts';

const invitation: AdviserInvitation = {
  transactionId: '00000000-0000-4000-8000-000000000001',
  destinationId: 'adviser',
  meetingId: '00000000-0000-4000-8000-0000000000aa',
  locale: 'en-US',
  waitsSeconds: 60,
};

describe('invitations of advisers over EventBridge', () => {
  const before = { ...process.env };
  let bus: LocalEventBus;
  let events: BusEvent[];
  let told: PromiseWithResolvers<BusEvent>;

  beforeEach(async () => {
    bus = await startEventBus({
      buses: ['advisers'],
      region: 'us-east-1',
      accountId: '111122223333',
      timers: systemTimers,
      clock: systemClock,
      ids: systemIds,
    });
    events = [];
    told = Promise.withResolvers();
    bus.rule({ bus: 'advisers', source: ['skill-call-bridge'], 'detail-type': ['Adviser Wanted'] }, (event) => {
      events.push(event);
      told.resolve(event);
    });
    Object.assign(process.env, {
      AWS_ENDPOINT_URL_EVENTBRIDGE: bus.endpoint,
      AWS_ACCESS_KEY_ID: 'local',
      AWS_SECRET_ACCESS_KEY: 'local',
    });
  });
  afterEach(async () => {
    process.env = { ...before };
    await bus.close();
  });

  function invitations(requestTimeoutMs = 2000): AdviserInvitations {
    return eventBridgeAdviserInvitations({ region: 'us-east-1', eventBus: 'advisers', requestTimeoutMs });
  }

  it('tell the rule’s target which caller waits where, and for how long', async () => {
    await invitations().invite(invitation);

    expect(await told.promise).toMatchObject({
      source: 'skill-call-bridge',
      'detail-type': 'Adviser Wanted',
      account: '111122223333',
      detail: invitation,
    });
  });

  it('hold nothing that the contract does not name', async () => {
    await invitations().invite({ ...invitation, joinToken: 'secret' } as AdviserInvitation);

    expect(JSON.stringify(await told.promise)).not.toContain('secret');
  });

  it('come although the bus throttles once', async () => {
    bus.faults.failNext('PutEvents', 'ThrottlingException');

    await invitations().invite(invitation);

    expect((await told.promise).detail).toEqual(invitation);
  });

  it.each<{ case: string; harm: () => void }>([
    { case: 'throttles', harm: () => bus.faults.failNext('PutEvents', 'ThrottlingException', 5) },
    { case: 'refuses the event in an answer of 200', harm: () => bus.refuseNext('InternalFailure', 5) },
    { case: 'is down', harm: () => bus.outage(true) },
  ])('fail with a code that the call flow knows when EventBridge $case', async ({ harm }) => {
    harm();

    await expect(invitations().invite(invitation)).rejects.toMatchObject({ code: 'invitation-failed' });

    expect(events).toEqual([]);
  });

  it('fail in time when EventBridge does not answer', async () => {
    bus.slow(60_000);

    await expect(invitations(100).invite(invitation)).rejects.toMatchObject({ code: 'invitation-failed' });
  });
});
