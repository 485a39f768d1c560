import { TelephonesFake, watched } from './telephones-fake.ts';

const minute = 60_000;

describe('the call that the Echo places', () => {
  it('is told from the placing to the end', async () => {
    const phones = new TelephonesFake();

    phones.placeCall();
    phones.says('Speak', 'One moment.');
    phones.connect();
    phones.someoneAnswers();
    await phones.timers.advanceBy(0);
    phones.otherSideEnds();
    phones.nothingIsLeft();
    await phones.timers.advanceBy(0);

    expect(phones.told).toEqual([
      { type: 'callPlaced', to: '+14255550100' },
      { type: 'bankSays', words: 'One moment.', asks: false },
      { type: 'answered', kind: 'contactCenter', id: 'support', number: '+12065550150' },
      { type: 'heard', youHearThem: true, theyHearYou: true },
      { type: 'callOver', endedBy: 'them', legsLeft: 0 },
    ]);
    expect(phones.call.situation).toBe('free');
  });

  it('is hung up by the caller, and waited for until nothing is left', async () => {
    const phones = new TelephonesFake();
    phones.placeCall();
    phones.connect();
    await phones.timers.advanceBy(0);

    const hangingUp = watched(phones.call.hangUp());
    await phones.timers.advanceBy(0);
    const doneBefore = hangingUp.isDone;
    phones.nothingIsLeft();
    await phones.timers.advanceBy(0);

    expect([doneBefore, hangingUp.isDone]).toEqual([false, true]);
    expect(phones.told.at(-1)).toEqual({ type: 'callOver', endedBy: 'you', legsLeft: 0 });
  });

  it('can be given up while it rings', async () => {
    const phones = new TelephonesFake();
    phones.placeCall();

    void phones.call.hangUp();
    phones.nothingIsLeft();
    await phones.timers.advanceBy(0);

    expect(phones.told.at(-1)).toEqual({ type: 'callOver', endedBy: 'you', legsLeft: 0 });
  });

  it('that is refused says why', async () => {
    const phones = new TelephonesFake(false);

    phones.placeCall();
    phones.refuse('503 Service Unavailable');
    await phones.timers.advanceBy(0);

    expect(phones.told.at(-1)).toMatchObject({
      type: 'callOver',
      endedBy: 'nobody',
      because: '503 Service Unavailable',
    });
  });

  it('in which nothing is heard says so after ten seconds', async () => {
    const phones = new TelephonesFake();
    phones.placeCall();
    phones.connect();

    phones.someoneAnswers({ hears: false });
    await phones.timers.advanceBy(10_000);

    expect(phones.told.at(-1)).toEqual({ type: 'heard', youHearThem: true, theyHearYou: false });
  });

  it('tells why it went where it went, when somebody answers', async () => {
    const phones = new TelephonesFake();
    const line = JSON.stringify({ event: 'call-routed', ruleId: 'bills', tableVersion: 4, passedOver: 'a:closed' });

    phones.placeCall();
    phones.call.onLog({ functionName: 'sma', functionArn: '', requestId: '', line });
    phones.call.onLog({ functionName: 'skill', functionArn: '', requestId: '', line });
    phones.someoneAnswers();

    expect(phones.told.slice(1, 2)).toEqual([
      { type: 'routed', rule: 'bills', tableVersion: 4, passedOver: 'a:closed' },
    ]);
    expect(phones.types).toEqual(['callPlaced', 'routed', 'answered']);
  });

  it('leaves out what the other side alone is told', () => {
    const phones = new TelephonesFake();

    phones.says('Speak', 'A call from the skill.', 'LEG-B');

    expect(phones.told).toEqual([]);
  });
});

describe('the telephone of the caller', () => {
  it('is picked up by a key, which is pressed once it is asked for', async () => {
    const phones = new TelephonesFake();
    phones.ring();

    const pressing = watched(phones.call.press('1'));
    await phones.timers.advanceBy(0);
    const pressedBefore = [...phones.pressed];
    phones.says('SpeakAndGetDigits', 'Press 1.');
    await phones.timers.advanceBy(1500);

    expect(pressedBefore).toEqual([]);
    expect(phones.pressed).toEqual(['1']);
    expect(phones.types).toEqual(['phoneRings', 'bankSays', 'pressed']);
    expect(pressing.isDone).toBe(true);
  });

  it('is declined as busy', async () => {
    const phones = new TelephonesFake(false);
    phones.ring();

    await phones.call.hangUp();

    expect(phones.declined).toEqual([486]);
    expect(phones.types).toEqual(['phoneRings', 'callOver']);
  });

  it('that stops ringing was not answered', async () => {
    const phones = new TelephonesFake(false);
    phones.ring();

    phones.giveUpRinging();
    await phones.timers.advanceBy(0);

    expect(phones.told.at(-1)).toEqual({ type: 'callOver', endedBy: 'nobody', legsLeft: 0 });
  });

  it('is busy while there is another call', () => {
    const phones = new TelephonesFake();
    phones.placeCall();

    phones.ring();

    expect(phones.declined).toEqual([486]);
    expect(phones.types).toEqual(['callPlaced']);
  });
});

describe('whoever waits for a call to get somewhere', () => {
  it('does not wait when there is none', async () => {
    const phones = new TelephonesFake(false);

    const settled = watched(phones.call.settled());
    await phones.timers.advanceBy(0);

    expect(settled.isDone).toBe(true);
  });

  it('waits for a telephone that is about to ring', async () => {
    const phones = new TelephonesFake();

    const settled = watched(phones.call.settled());
    await phones.timers.advanceBy(1000);
    const doneBefore = settled.isDone;
    phones.ring();
    await phones.timers.advanceBy(300);

    expect([doneBefore, settled.isDone]).toEqual([false, true]);
  });

  it.each([
    { case: 'both sides hear each other', happens: (phones: TelephonesFake) => phones.someoneAnswers() },
    { case: 'keys are asked for', happens: (phones: TelephonesFake) => phones.says('SpeakAndGetDigits', 'Press 1.') },
  ])('waits until $case, and nothing follows for a moment', async ({ happens }) => {
    const phones = new TelephonesFake();
    phones.placeCall();
    phones.connect();

    const settled = watched(phones.call.settled());
    await phones.timers.advanceBy(1000);
    const doneBefore = settled.isDone;
    happens(phones);
    await phones.timers.advanceBy(299);
    const doneTooSoon = settled.isDone;
    await phones.timers.advanceBy(1);

    expect([doneBefore, doneTooSoon, settled.isDone]).toEqual([false, false, true]);
  });

  it('does not wait longer than two minutes', async () => {
    const phones = new TelephonesFake();
    phones.placeCall();

    const settled = watched(phones.call.settled());
    await phones.timers.advanceBy(2 * minute + 300);

    expect(settled.isDone).toBe(true);
  });

  it('leaves no timer behind', async () => {
    const phones = new TelephonesFake(false);
    phones.placeCall();
    phones.refuse('486 Busy Here');

    await phones.call.settled();
    await phones.timers.advanceBy(0);

    expect(phones.timers.pending).toBe(0);
  });
});

describe('keys', () => {
  it('that nobody can hear are not pressed', async () => {
    const phones = new TelephonesFake();
    phones.placeCall();

    expect(await phones.call.press('*1')).toBe('nobodyThere');
    expect(phones.pressed).toEqual([]);
  });
});
