import { toneSource } from '../../infra/local/pstn-audio/media/tone.ts';
import type { SpeechSynthesizer } from '../../infra/local/pstn-audio/media/speech/speech-synthesizer.ts';
import {
  actions,
  bobAnswers,
  connected,
  hangingUpTheOther,
  pstnAudioForEachTest,
  respond,
  typesOf,
  type ToldEvent,
} from '../support/pstn-audio-fixture.ts';

const between = pstnAudioForEachTest();
const quick = { toneMilliseconds: 60, gapMilliseconds: 40 };

/** Says every text as a tone of its own, 400 ms long: the question 1,000 Hz, all else 1,300 Hz. */
const speech: SpeechSynthesizer = {
  name: 'tones',
  say(text) {
    const source = toneSource({ frequencyHz: text === 'Your number?' ? 1000 : 1300 });
    const frames = Array.from({ length: 20 }, () => [...(source.next() ?? [])]);
    return Promise.resolve(Int16Array.from(frames.flat()));
  },
};
const ask = (more: object = {}): object => ({
  Type: 'SpeakAndGetDigits',
  Parameters: {
    SpeechParameters: { Text: 'Your number?' },
    FailureSpeechParameters: { Text: 'That was wrong.' },
    MinNumberOfDigits: 2,
    RepeatDurationInMilliseconds: 5000,
    ...more,
  },
});
const digitsOf = (event: ToldEvent | undefined): unknown =>
  (event?.ActionData as { ReceivedDigits?: string } | undefined)?.ReceivedDigits;

describe('digits that a caller presses', () => {
  it('are taken after a wrong entry, which the caller is told of', async () => {
    const fixture = await between(
      ({ InvocationEventType: type }) =>
        type === 'NEW_INBOUND_CALL'
          ? respond(ask({ InputDigitsRegex: '^4\\d$', Repeat: 3 }))
          : respond(actions.hangup()),
      { speech },
    );
    const alice = await connected(fixture);

    await alice.hears(1000);
    await alice.press('17#', quick);
    const heardFailure = await alice.hears(1300);
    await alice.hears(1000);
    await alice.press('42#', quick);
    await alice.ended;
    await fixture.service.idle();

    expect(heardFailure).toBe(true);
    expect(typesOf(fixture)).toEqual(['NEW_INBOUND_CALL', 'ACTION_SUCCESSFUL SpeakAndGetDigits', 'HANGUP Hangup']);
    expect(digitsOf(fixture.told[1])).toBe('42');
  });

  it('reach the function by DIGITS_RECEIVED while two are talking, and the other side too', async () => {
    const listen = {
      Type: 'ReceiveDigits',
      Parameters: {
        InputDigitsRegex: '^\\*\\d$',
        InBetweenDigitsDurationInMilliseconds: 300,
        FlushDigitsDurationInMilliseconds: 10_000,
      },
    };
    const fixture = await between(
      hangingUpTheOther(({ InvocationEventType: type }) => {
        if (type === 'NEW_INBOUND_CALL') return respond(listen, actions.bridgeToBob);
        return respond();
      }),
      { speech },
    );
    const answered = bobAnswers(fixture);
    const alice = await connected(fixture);
    const { call: bob } = await answered;
    const toldBefore = fixture.told.length;
    const bobHears = bob.hearsKeys('*7');

    await alice.press('*7', quick);
    await fixture.hasTold(toldBefore + 1);
    const bobHeard = await bobHears;
    alice.hangUp();
    await fixture.service.idle();

    expect(bobHeard).toBe(true);
    // In mid-list it reports nothing.
    expect(typesOf(fixture)[1]).toBe('ACTION_SUCCESSFUL CallAndBridge');
    expect(typesOf(fixture)).toContain('DIGITS_RECEIVED ReceiveDigits');
    expect(digitsOf(fixture.told.find(({ InvocationEventType: type }) => type === 'DIGITS_RECEIVED'))).toBe('*7');
  });
});

describe('digits that the party who was called presses', () => {
  it('are answered to that party by an action that names no leg', async () => {
    const listen = {
      Type: 'ReceiveDigits',
      Parameters: {
        ParticipantTag: 'LEG-B',
        InputDigitsRegex: '^5$',
        InBetweenDigitsDurationInMilliseconds: 300,
        FlushDigitsDurationInMilliseconds: 10_000,
      },
    };
    const fixture = await between(
      hangingUpTheOther(({ InvocationEventType: type, ActionData: data }) => {
        if (type === 'NEW_INBOUND_CALL') return respond(actions.bridgeToBob);
        if (type === 'DIGITS_RECEIVED') return respond({ Type: 'Speak', Parameters: { Text: 'Thank you.' } });
        return data?.Type === 'CallAndBridge' ? respond(listen) : respond();
      }),
      { speech },
    );
    const answered = bobAnswers(fixture);
    const alice = await connected(fixture);
    const { call: bob } = await answered;
    await fixture.hasTold(3);
    const bobHears = bob.hears(1300);

    await bob.press('5', quick);
    const bobHeard = await bobHears;
    await fixture.hasTold(5);
    alice.hangUp();
    await fixture.service.idle();

    expect(bobHeard).toBe(true);
    const spoken = fixture.told.find(({ ActionData: data }) => data?.Type === 'Speak');
    const legB = spoken?.CallDetails.Participants.find(({ ParticipantTag: tag }) => tag === 'LEG-B');
    expect(spoken?.ActionData?.Parameters).toMatchObject({ CallId: legB?.CallId });
  });
});

describe('digits that the function sends', () => {
  it('are heard by the leg named', async () => {
    const fixture = await between(
      hangingUpTheOther(({ InvocationEventType: type, ActionData: data, CallDetails: { Participants: legs } }) => {
        if (type === 'NEW_INBOUND_CALL') return respond(actions.bridgeToBob);
        const bob = legs.find(({ ParticipantTag: tag }) => tag === 'LEG-B')?.CallId;
        const send = {
          Type: 'SendDigits',
          Parameters: { CallId: bob, Digits: '1,A#', ToneDurationInMilliseconds: 60 },
        };
        return data?.Type === 'CallAndBridge' ? respond(send) : respond();
      }),
      { speech },
    );
    const answered = bobAnswers(fixture);
    const alice = await connected(fixture);
    const { call: bob } = await answered;

    const heard = await bob.hearsKeys('1A#');
    await fixture.hasTold(3);
    alice.hangUp();
    await fixture.service.idle();

    expect(heard).toBe(true);
    expect(typesOf(fixture)[2]).toBe('ACTION_SUCCESSFUL SendDigits');
  });
});
