import { anExampleBank, type CloudFixture } from '../support/local-cloud-fixture.ts';
import { branchVisit, mistakesOf, mortgage, recordsOf } from './faults-fixture.ts';

let bank: CloudFixture;
const meetings = new Set<string>();
beforeAll(async () => {
  // It asks again while the first delivery is still at work.
  bank = await anExampleBank(undefined, { invocationPolicy: { retryAfterMs: 700, giveUpAfterMs: 10_000 } });
  bank.cloud.meetings.onEvent(({ kind, meetingId }) => kind === 'meetingStarted' && meetings.add(meetingId));
}, 60_000);
afterAll(async () => {
  await bank.close();
}, 30_000);
beforeEach(() => {
  bank.logged.length = 0;
  meetings.clear();
});
afterEach(async () => {
  bank.cloud.dynamoDb.slow(0);
  bank.cloud.branches.behave('seattle-downtown', 'answer');
  await bank.hangUp();
});

/** What the function's log tells of its answers to one event, but for when and how long. */
function answersTo(sequence: number): string[] {
  return bank.logged
    .filter((line) => line.includes('"invocation-answered"') && line.includes(`"sequence":${sequence},`))
    .map((line) => line.replace(/"time":"[^"]*",/, '').replace(/"milliseconds":\d+/, ''));
}

/** One record for each event of the call, and nothing wrong with any. */
async function endedWell(): Promise<void> {
  const told = await recordsOf(bank, bank.transactionId);
  expect(told?.records.map(({ sequence }) => sequence)).toEqual(bank.invocations.map(({ sequence }) => sequence));
  expect([mistakesOf(bank), bank.cloud.pstnAudio.connectedLegs]).toEqual([[], 0]);
}

describe('an event that is delivered again', () => {
  it('while the first delivery is at work: two functions give one answer, one claim, one meeting', async () => {
    const order = await bank.ordered(...mortgage);
    bank.cloud.functions.reload('sma');
    bank.cloud.dynamoDb.slow(400);

    const connecting = bank.connect(order);
    await bank.branchRings();
    bank.cloud.dynamoDb.slow(0);
    const { conversation, heard } = await bank.meets(await connecting);
    await bank.hangUp();
    const answers = answersTo(1);

    expect(bank.invocations[0]).toMatchObject({ invocationEventType: 'NEW_INBOUND_CALL', deliveries: 2 });
    expect([answers.length, new Set(answers).size]).toEqual([2, 1]);
    expect(conversation).toMatchObject({
      destination: { kind: 'meeting', id: 'adviser' },
      contextSeen: { callerName: 'Maria Lopez' },
    });
    expect([heard, meetings.size]).toEqual([[true, true], 1]);
    await endedWell();
  }, 30_000);

  it('because the function threw between two attempts: the second branch is rung once', async () => {
    bank.cloud.branches.behave('seattle-downtown', 'busy');
    const order = await bank.ordered(...branchVisit);
    const connecting = bank.connect(order);
    await bank.branchRings();
    bank.cloud.functions.failNext('sma', { kind: 'throw', times: 1 });

    const { conversation, heard } = await bank.meets(await connecting);
    await bank.hangUp();

    expect(bank.invocations[1]).toMatchObject({ invocationEventType: 'ACTION_FAILED', deliveries: 2 });
    expect([conversation.destination.id, heard]).toEqual(['bellevue', [true, true]]);
    await endedWell();
  }, 30_000);

  it('because the function was ended by its time-out between two attempts', async () => {
    bank.cloud.branches.behave('seattle-downtown', 'busy');
    const order = await bank.ordered(...branchVisit);
    const connecting = bank.connect(order);
    await bank.branchRings();
    bank.cloud.functions.failNext('sma', { kind: 'hang', times: 1 });

    const { conversation, heard } = await bank.meets(await connecting);
    await bank.hangUp();

    expect(bank.invocations[1]).toMatchObject({ invocationEventType: 'ACTION_FAILED', deliveries: 2 });
    expect([conversation.destination.id, heard]).toEqual(['bellevue', [true, true]]);
    await endedWell();
  }, 30_000);

  it('because the function threw while two talked: they talk on', async () => {
    const order = await bank.ordered(...branchVisit);
    const connecting = bank.connect(order);
    await bank.branchRings();
    bank.cloud.functions.failNext('sma', { kind: 'throw', times: 1 });

    const { heard } = await bank.meets(await connecting);
    const connected = await bank.invoked('ACTION_SUCCESSFUL', 'CallAndBridge');
    await bank.hangUp();

    expect([connected.deliveries, heard]).toEqual([2, [true, true]]);
    await endedWell();
  }, 30_000);

  it('because the function threw at the end: the other side is hung up', async () => {
    const order = await bank.ordered(...branchVisit);
    const call = await bank.connect(order);
    const { conversation } = await bank.meets(call);
    await bank.invoked('ACTION_SUCCESSFUL', 'CallAndBridge');
    bank.cloud.functions.failNext('sma', { kind: 'throw', times: 1 });

    conversation.hangUp();
    await call.ended;
    await bank.cloud.pstnAudio.idle();

    expect(bank.invocations.find(({ invocationEventType }) => invocationEventType === 'HANGUP')?.deliveries).toBe(2);
    await endedWell();
  }, 30_000);
});
