import { accountNumber, anExampleBank, type CloudFixture } from '../support/local-cloud-fixture.ts';

let bank: CloudFixture;
beforeAll(async () => {
  bank = await anExampleBank(undefined, { invocationPolicy: { retryAfterMs: 1500, giveUpAfterMs: 6000 } });
}, 60_000);
afterAll(async () => {
  await bank.close();
}, 30_000);
afterEach(async () => {
  bank.cloud.dynamoDb.outage(false);
  await bank.hangUp();
});

const lostCard = ['ask example bank to call support about my lost card', accountNumber, 'yes'] as const;
const branchVisit = ['ask example bank to connect me to my nearest branch', accountNumber, 'yes'] as const;
const mortgage = ['ask example bank to talk to a mortgage adviser', accountNumber, 'yes'] as const;

describe('a spoken request becomes an answered call', () => {
  it('at the contact centre, whose agent sees who is calling and why before answering', async () => {
    const { order, speech } = await bank.ask(...lostCard);

    const talk = await bank.talk(order);

    expect(speech[0]).toMatch(/account number/i);
    expect(speech[1]).toMatch(/call Example Bank.*lost or stolen card.*\?$/);
    expect(speech[2]).toMatch(/Example Bank/);
    expect(talk).toMatchObject({
      destination: { kind: 'contactCenter', id: 'support', callee: '+12065550150' },
      contextSeen: { callerName: 'Maria Lopez', accountId: '12345678', reason: 'my lost card' },
      heard: [true, true],
    });
    expect(bank.cloud.pstnAudio.connectedLegs).toBe(0);
  });

  it('at the nearest branch that is open, called from a number the bank owns', async () => {
    const order = await bank.ordered(...branchVisit);

    const talk = await bank.talk(order);

    expect(talk).toMatchObject({
      destination: { kind: 'branch', id: 'seattle-downtown', callee: '+12065550141' },
      contextSeen: null,
      heard: [true, true],
    });
    expect(JSON.stringify(talk.invocations[0]?.response)).toContain('"CallerIdNumber":"+14255550100"');
  });

  it('in a meeting with an adviser, which is gone when the call is over', async () => {
    const order = await bank.ordered(...mortgage);

    const talk = await bank.talk(order);

    expect(talk).toMatchObject({ destination: { kind: 'meeting', id: 'adviser' }, heard: [true, true] });
    expect(bank.cloud.meetings.rooms.present(talk.destination.callee)).toEqual([]);
    expect(talk.invocations.map(({ invocationEventType, actions }) => [invocationEventType, ...actions])).toEqual([
      ['NEW_INBOUND_CALL', 'JoinChimeMeeting'],
      ['ACTION_SUCCESSFUL', 'Speak', 'PlayAudio'],
      // The adviser has come: no more music.
      ['CALL_UPDATE_REQUESTED', 'Pause'],
      // Waiting is over.
      ['ACTION_SUCCESSFUL'],
      // The function has deleted the meeting by then, so that there is nobody left to be hung up.
      ['HANGUP'],
      ['HANGUP'],
    ]);
  });
});

describe('when something fails on the way', () => {
  it('rings the next branch when the nearest is busy', async () => {
    bank.cloud.branches.behave('seattle-downtown', 'busy');
    const order = await bank.ordered(...branchVisit);

    const talk = await bank.talk(order);
    bank.cloud.branches.behave('seattle-downtown', 'answer');

    expect(talk).toMatchObject({ destination: { id: 'bellevue' }, heard: [true, true] });
  });

  it('reaches support when the meeting cannot be opened', async () => {
    bank.cloud.meetings.faults.failNext('CreateMeetingWithAttendees', 'ThrottlingException', 5);
    const order = await bank.ordered(...mortgage);

    const talk = await bank.talk(order);

    expect(talk).toMatchObject({
      destination: { kind: 'contactCenter' },
      contextSeen: { reason: 'a mortgage adviser' },
    });
  });

  it('knows nothing of a caller who gives another skill’s client id, and shows another number', async () => {
    const order = await bank.ordered(...branchVisit);

    const call = await bank.connect(order && { ...order, from: '+12065550198' }, {
      'X-Alexa-LWA-ClientId': 'amzn1.application-oa2-client.ffffffffffffffffffffffffffffffff',
    });
    await call.hearsSound();
    await call.hearsSilence();
    await call.press('2');
    const { conversation, heard } = await bank.meets(call);

    // What they press in the menu is all that is known.
    expect(conversation).toMatchObject({ destination: { kind: 'contactCenter' }, contextSeen: null });
    expect(heard).toEqual([true, true]);
  });

  it('gives a context to one call only', async () => {
    const order = await bank.ordered(...branchVisit);
    const first = await bank.talk(order);

    const call = await bank.connect(order);
    await call.hearsSound();
    await call.hearsSilence();
    await call.press('1');
    const { conversation } = await bank.meets(call);

    expect(first.destination.kind).toBe('branch');
    expect(conversation).toMatchObject({ destination: { kind: 'contactCenter' }, contextSeen: null });
  });

  it('reaches the contact centre, without a screen, when DynamoDB is down', async () => {
    const order = await bank.ordered(...lostCard);
    bank.cloud.dynamoDb.outage(true);

    const talk = await bank.talk(order);

    expect(talk).toMatchObject({ destination: { kind: 'contactCenter' }, contextSeen: null, heard: [true, true] });
  }, 20_000);

  it('says so, and calls nobody, when DynamoDB is down before the call', async () => {
    bank.cloud.dynamoDb.outage(true);

    const { order, speech } = await bank.ask(...lostCard);
    await bank.ask('stop');

    expect(order).toBeUndefined();
    expect(speech.at(-1)).toMatch(/cannot|can't/);
  }, 20_000);

  it('is delivered again when the function throws once', async () => {
    const order = await bank.ordered(...lostCard);
    bank.cloud.functions.failNext('sma', { kind: 'throw', times: 1 });

    const talk = await bank.talk(order);

    expect(talk.invocations[0]).toMatchObject({ invocationEventType: 'NEW_INBOUND_CALL', deliveries: 2 });
    expect(talk.contextSeen).toMatchObject({ callerName: 'Maria Lopez' });
  });

  it('is delivered again when the function does not answer in time', async () => {
    const order = await bank.ordered(...lostCard);
    bank.cloud.functions.failNext('sma', { kind: 'hang', times: 1 });

    const talk = await bank.talk(order);

    expect(talk.invocations[0]).toMatchObject({ deliveries: 2 });
    expect(talk.contextSeen).toMatchObject({ callerName: 'Maria Lopez' });
  });

  it('ends with 480 when the function fails twice', async () => {
    const order = await bank.ordered(...lostCard);
    bank.cloud.functions.failNext('sma', { kind: 'throw', times: 2 });

    const outcome = await (await bank.dial(order)).outcome;
    await bank.cloud.pstnAudio.idle();

    expect(outcome).toMatchObject({ kind: 'refused', status: 480 });
  });

  it('logs nothing personal in any of it', () => {
    const logged = bank.logged.join('\n');

    expect(logged).toContain('invocation-answered');
    for (const personal of ['Maria', 'Lopez', '2065550123', '12345678', '98109', 'lost card'])
      expect(logged).not.toContain(personal);
  });
});
