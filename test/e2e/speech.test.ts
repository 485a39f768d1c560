import { toneSpeech } from '../../infra/local/pstn-audio/media/speech/tone-speech.ts';
import {
  actions,
  connected,
  outcomeOf,
  pstnAudioForEachTest,
  respond,
  typesOf,
} from '../support/pstn-audio-fixture.ts';

const between = pstnAudioForEachTest();
const ssml = (Text: string, more: object = {}): object => ({
  Type: 'Speak',
  Parameters: { Text, TextType: 'ssml', Engine: 'neural', VoiceId: 'Joanna', ...more },
});

describe('speech in markup', () => {
  it('is heard, its silence too', async () => {
    const text = '<speak><break time="300ms"/>Good morning.<break time="300ms"/></speak>';
    const fixture = await between(
      ({ InvocationEventType: type }) =>
        type === 'NEW_INBOUND_CALL' ? respond(ssml(text)) : respond(actions.hangup()),
      { speech: toneSpeech },
    );

    const alice = await connected(fixture);
    const heardSilence = await alice.hearsSilence();
    const heardSound = await alice.hearsSound();
    await alice.ended;
    await fixture.service.idle();

    expect([heardSilence, heardSound]).toEqual([true, true]);
    expect(typesOf(fixture)).toEqual(['NEW_INBOUND_CALL', 'ACTION_SUCCESSFUL Speak', 'HANGUP Hangup']);
    expect(fixture.told[1]?.ActionData?.Parameters).toMatchObject({ Text: text, TextType: 'ssml', VoiceId: 'Joanna' });
  });

  it.each([
    { case: 'a tag that is not closed', action: ssml('<speak><p>Hello</speak>') },
    { case: 'a tag that the engine does not speak', action: ssml('<speak><emphasis>Hello</emphasis></speak>') },
    { case: 'a voice that the engine does not have', action: ssml('<speak>Hello</speak>', { VoiceId: 'Geraint' }) },
  ])('is refused for $case, and the call is not answered', async ({ action }) => {
    const fixture = await between(({ InvocationEventType: type }) =>
      type === 'NEW_INBOUND_CALL' ? respond(action) : respond(actions.hangup()),
    );

    const outcome = await outcomeOf(fixture);
    await fixture.service.idle();

    expect(outcome.kind).not.toBe('connected');
    expect(fixture.told[1]).toMatchObject({
      InvocationEventType: 'ACTION_FAILED',
      ActionData: { Type: 'Speak', ErrorType: 'InvalidActionParameter' },
    });
  });
});
