import { bankWithAttempts, type ChangedBank } from '../support/changed-table.ts';
import { anExampleBank, type CloudFixture } from '../support/local-cloud-fixture.ts';
import { isAccountedFor, mistakesOf, mortgage } from './faults-fixture.ts';

let changed: ChangedBank;
let bank: CloudFixture;
beforeAll(async () => {
  changed = await bankWithAttempts({ mortgages: [{ meeting: 'adviser', timeout: 20 }, { contactCenter: 'support' }] });
  bank = await anExampleBank(changed.change);
}, 60_000);
afterAll(async () => {
  await bank.close();
  await changed.remove();
}, 30_000);
beforeEach(() => {
  bank.logged.length = 0;
});
afterEach(async () => {
  bank.cloud.eventBus.outage(false);
  bank.cloud.eventBus.slow(0);
  bank.cloud.advisers.behave({ kind: 'comes' });
  await bank.hangUp();
});

const atSupport = {
  destination: { kind: 'contactCenter', id: 'support' },
  contextSeen: { callerName: 'Maria Lopez', reason: 'a mortgage adviser' },
  heard: [true, true],
};

/** Nothing is left of the call, and the function has kept its rules. */
async function endedWell(): Promise<void> {
  expect(bank.cloud.pstnAudio.connectedLegs).toBe(0);
  expect([mistakesOf(bank), await isAccountedFor(bank)]).toEqual([[], true]);
}

describe('a caller who is to wait in a meeting', () => {
  it.each(['ThrottlingException', 'ServiceUnavailableException', 'LimitExceededException'] as const)(
    'is connected to support when it cannot be opened: %s',
    async (fault) => {
      bank.cloud.meetings.faults.failNext('CreateMeetingWithAttendees', fault, 2);
      const order = await bank.ordered(...mortgage);

      const talk = await bank.talk(order);

      expect(talk).toMatchObject(atSupport);
      await endedWell();
    },
    30_000,
  );

  it('waits on when the service does not tell who is there, and talks with the adviser who comes then', async () => {
    bank.cloud.advisers.behave({ kind: 'comes', afterMs: 15_000 });
    bank.cloud.meetings.faults.failNext('ListAttendees', 'ThrottlingException', 4);
    const order = await bank.ordered(...mortgage);
    const call = await bank.connect(order);

    // When the music is over the function counts who is there.
    const uncounted = await bank.invoked('ACTION_SUCCESSFUL', 'PlayAudio');
    const { conversation, heard } = await bank.meets(call);
    await bank.hangUp();

    expect(uncounted.actions).toEqual(['PlayAudio']);
    expect(bank.logged.some((line) => line.includes('"meeting-unavailable"'))).toBe(true);
    expect([conversation.destination.kind, heard]).toEqual(['meeting', [true, true]]);
    await endedWell();
  }, 40_000);

  it('is hung up on by nobody when the meeting cannot be deleted at the end', async () => {
    const order = await bank.ordered(...mortgage);
    const call = await bank.connect(order);
    await bank.meets(call);
    bank.cloud.meetings.faults.failNext('DeleteMeeting', 'ServiceUnavailableException', 4);

    await bank.hangUp();

    expect(bank.invocations.at(-1)).toMatchObject({ invocationEventType: 'HANGUP', deliveries: 1 });
    await endedWell();
  }, 30_000);

  const faultsOfTheBus = [
    { called: 'is down', set: () => bank.cloud.eventBus.outage(true) },
    { called: 'answers after three seconds', set: () => bank.cloud.eventBus.slow(3000) },
    { called: 'throttles', set: () => bank.cloud.eventBus.faults.failNext('PutEvents', 'ThrottlingException', 4) },
    { called: 'refuses the event', set: () => bank.cloud.eventBus.refuseNext('InternalFailure', 4) },
  ];
  it.each(faultsOfTheBus)(
    'is connected to support when the event bus $called',
    async ({ set }) => {
      const order = await bank.ordered(...mortgage);
      set();

      const talk = await bank.talk(order);

      expect(talk).toMatchObject(atSupport);
      expect(talk.invocations.every(({ deliveries }) => deliveries === 1)).toBe(true);
      await endedWell();
    },
    30_000,
  );
});
