import { voices } from '../../infra/local/cloud/local-cloud.ts';
import { bankWithAttempts, type ChangedBank } from '../support/changed-table.ts';
import { accountNumber, anExampleBank, type CloudFixture } from '../support/local-cloud-fixture.ts';
import { framesHeard } from '../support/questions.ts';

const mortgage = ['ask example bank to talk to a mortgage adviser', accountNumber, 'yes'] as const;

let changed: ChangedBank;
let bank: CloudFixture;
beforeAll(async () => {
  changed = await bankWithAttempts({ mortgages: [{ meeting: 'adviser', timeout: 10 }, { contactCenter: 'support' }] });
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
  bank.cloud.advisers.behave({ kind: 'comes' });
  bank.cloud.eventBus.outage(false);
  await bank.hangUp();
});

const adviserAnswered = /"call-attempt-ended".*"destinationKind":"meeting".*"outcome":"answered"/;

describe('a caller who waits in a meeting', () => {
  it('is joined by an adviser who was told by an event, and knows who waits and why', async () => {
    const order = await bank.ordered(...mortgage);

    const talk = await bank.talk(order);

    expect(talk).toMatchObject({
      destination: { kind: 'meeting', id: 'adviser' },
      contextSeen: { callerName: 'Maria Lopez', accountId: '12345678', reason: 'a mortgage adviser' },
      heard: [true, true],
    });
    expect(bank.cloud.meetings.rooms.present(talk.destination.callee)).toEqual([]);
  });

  it('is not left waiting once the adviser is there, who says nothing to the call: the meeting does', async () => {
    bank.cloud.advisers.behave({ kind: 'comes', afterMs: 1500 });
    const order = await bank.ordered(...mortgage);
    const call = await bank.connect(order);

    const { heard } = await bank.meets(call);
    const told = await bank.invoked('CALL_UPDATE_REQUESTED');

    expect(heard).toEqual([true, true]);
    expect(bank.logged.join('\n')).toMatch(adviserAnswered);
    expect(bank.logged.join('\n')).toMatch(/"adviser-news".*"command":"adviserJoined".*"outcome":"accepted"/);
    expect(bank.invocations.indexOf(told)).toBe(bank.invocations.length - 1);
  });

  it('is told of an adviser by their client and by the meeting, and nothing is refused', async () => {
    bank.cloud.advisers.behave({ kind: 'comes', tells: true });
    const order = await bank.ordered(...mortgage);
    const call = await bank.connect(order);
    await bank.meets(call);
    const bothTold = (): boolean =>
      bank.invocations.filter(({ invocationEventType }) => invocationEventType === 'CALL_UPDATE_REQUESTED').length > 1;
    while (!bothTold()) await framesHeard(call, 5);

    expect(await call.hears(voices.adviser)).toBe(true);
    expect(bank.logged.join('\n')).toMatch(adviserAnswered);
    expect(bank.logged.join('\n')).not.toMatch(/not-now|command-refused/);
  });

  it('talks with an adviser of whom nobody tells the call', async () => {
    // Of the caller who joins, and of the adviser.
    bank.cloud.functions.failNext('meeting-events', { kind: 'throw', times: 2 });
    bank.cloud.advisers.behave({ kind: 'comes', afterMs: 1500 });
    const order = await bank.ordered(...mortgage);
    const call = await bank.connect(order);
    const { conversation, heard } = await bank.meets(call);

    // A round of waiting is over: the function counts who is there.
    await bank.invoked('ACTION_SUCCESSFUL', 'PlayAudio');

    expect(heard).toEqual([true, true]);
    expect(conversation.destination.kind).toBe('meeting');
    expect(bank.logged.join('\n')).toMatch(adviserAnswered);
  }, 40_000);

  it('hears words while they wait, and is connected to support when nobody comes', async () => {
    bank.cloud.advisers.behave({ kind: 'neverComes' });
    const order = await bank.ordered(...mortgage);
    const call = await bank.connect(order);
    const heardWords = await call.hearsSound();

    const { conversation, heard } = await bank.meets(call);

    expect(heardWords).toBe(true);
    expect(conversation).toMatchObject({ destination: { kind: 'contactCenter', id: 'support' } });
    expect(heard).toEqual([true, true]);
  }, 40_000);

  it('is connected to support at once when no adviser can be told', async () => {
    bank.cloud.eventBus.outage(true);
    const order = await bank.ordered(...mortgage);

    const talk = await bank.talk(order);

    expect(talk).toMatchObject({ destination: { kind: 'contactCenter', id: 'support' }, heard: [true, true] });
    expect(bank.cloud.pstnAudio.connectedLegs).toBe(0);
  }, 40_000);

  it('is not left alone in the meeting when the adviser leaves first', async () => {
    const order = await bank.ordered(...mortgage);
    const call = await bank.connect(order);
    const { conversation } = await bank.meets(call);

    conversation.hangUp();

    expect(await call.ended).toMatchObject({ by: 'remote' });
    expect(bank.invocations.some(({ actions }) => actions.join() === 'Speak,Hangup,Hangup')).toBe(true);
  }, 40_000);

  it('stays with the adviser though the console cannot be asked by them', async () => {
    bank.cloud.functions.failNext('console-api', { kind: 'throw', times: 3 });
    const order = await bank.ordered(...mortgage);

    const talk = await bank.talk(order);

    expect(talk).toMatchObject({ destination: { kind: 'meeting' }, contextSeen: null, heard: [true, true] });
  });
});
