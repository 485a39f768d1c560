import { speak } from '../../../../../../../infra/local/pstn-audio/service/actions/speak.ts';
import { inBrief } from '../fakes/fake-audio.ts';
import { callIds, promptedCall } from '../fakes/prompted-call.ts';

describe('Speak', () => {
  it('says the text to the caller, answers the call, and gives back the parameters as they came', async () => {
    const { control, timers, caller, answers, said } = promptedCall();

    const { done } = speak({ Text: 'Hello' }, control);
    await timers.advanceBy(200);

    expect(await done).toEqual({ kind: 'successful', parameters: { Text: 'Hello', CallId: callIds.a } });
    expect(inBrief(caller)).toBe('3000×5');
    expect(answers.count).toBe(1);
    expect(said).toEqual([{ text: 'Hello', textType: 'text', languageCode: 'en-US' }]);
  });

  it('speaks the language that is named, else that of the voice', async () => {
    const { control, said } = promptedCall();

    speak({ Text: 'Namaste', VoiceId: 'Aditi', LanguageCode: 'hi-IN' }, control);
    speak({ Text: 'Hallo', VoiceId: 'Vicki', Engine: 'neural' }, control);

    expect(said.map(({ languageCode }) => languageCode)).toEqual(['hi-IN', 'de-DE']);
  });

  it('ends when it is aborted, also before the words are there', async () => {
    const { control, timers, caller, answers, holdUp } = promptedCall();
    holdUp(new Promise(() => undefined));
    const { done, abort } = speak({ Text: 'Hello' }, control);
    await timers.advanceBy(40);

    abort();

    expect(await done).toMatchObject({ kind: 'successful' });
    expect(caller.isPlaying).toBe(false);
    expect(answers.count).toBe(0);
  });

  const wrong = [
    {
      case: 'no text',
      parameters: {},
      type: 'MissingRequiredActionParameter',
      text: /^Missing a required action parameter\.$/,
    },
    {
      case: 'more than 1,000 characters',
      parameters: { Text: 'a'.repeat(1001) },
      type: 'MissingRequiredActionParameter',
      text: /^Text is limited to 1,000 characters$/,
    },
    {
      case: 'an unknown voice',
      parameters: { Text: 'a', VoiceId: 'HAL' },
      type: 'InvalidActionParameter',
      text: /VoiceId/,
    },
    {
      case: 'a voice that is only neural, with the standard engine',
      parameters: { Text: 'a', VoiceId: 'Ruth' },
      type: 'InvalidActionParameter',
      text: /standard engine/,
    },
    {
      case: 'an engine that is none',
      parameters: { Text: 'a', Engine: 'long-form' },
      type: 'InvalidActionParameter',
      text: /^Engine parameter/,
    },
    {
      case: 'a language that is none',
      parameters: { Text: 'a', LanguageCode: 'tlh' },
      type: 'InvalidActionParameter',
      text: /LanguageCode/,
    },
    {
      case: 'SSML that is broken',
      parameters: { Text: '<speak>secret', TextType: 'ssml' },
      type: 'InvalidActionParameter',
      text: /^Invalid SSML request: <speak> is never closed\.$/,
    },
    {
      case: 'a leg that is not there',
      parameters: { Text: 'a', CallId: 'nobody' },
      type: 'InvalidActionParameter',
      text: /^CallId or ParticipantTag/,
    },
  ];
  it.each(wrong)('fails with $type for $case', async ({ parameters, type, text }) => {
    const { control, answers } = promptedCall();

    const result = await speak(parameters, control).done;

    expect(result).toMatchObject({ kind: 'failed', errorType: type, errorMessage: expect.stringMatching(text) });
    expect(answers.count).toBe(0);
  });

  it('is throttled when there are too many in a second', async () => {
    const { control, timers } = promptedCall({ speakPerSecond: 1 });

    speak({ Text: 'a' }, control);
    const throttled = await speak({ Text: 'b' }, control).done;
    await timers.advanceBy(1000);
    const { done } = speak({ Text: 'c' }, control);
    await timers.advanceBy(100);

    expect(throttled).toMatchObject({ kind: 'failed', errorType: 'ActionExecutionThrottled' });
    expect(await done).toMatchObject({ kind: 'successful' });
  });
});
