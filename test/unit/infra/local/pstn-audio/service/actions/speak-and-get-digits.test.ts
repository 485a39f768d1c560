import { speakAndGetDigits } from '../../../../../../../infra/local/pstn-audio/service/actions/speak-and-get-digits.ts';
import { inBrief } from '../fakes/fake-audio.ts';
import { callIds, promptedCall } from '../fakes/prompted-call.ts';

const ask = {
  SpeechParameters: { Text: 'Digits?', VoiceId: 'Vicki', Engine: 'neural' },
  FailureSpeechParameters: { Text: 'No.' },
  RepeatDurationInMilliseconds: 3000,
};

describe('SpeakAndGetDigits', () => {
  it('asks and takes digits; what the failure speech leaves out is as in the speech', async () => {
    const { control, timers, caller, answers, said } = promptedCall();

    const { done } = speakAndGetDigits(ask, control);
    await timers.advanceBy(100);
    caller.presses('7#');
    await timers.advanceBy(0);

    expect(await done).toEqual({
      kind: 'successful',
      parameters: { ...ask, Repeat: 1, InBetweenDigitsDurationInMilliseconds: 3000, CallId: callIds.a },
      outcome: { ReceivedDigits: '7' },
    });
    expect(said).toEqual([
      { text: 'Digits?', textType: 'text', languageCode: 'de-DE' },
      { text: 'No.', textType: 'text', languageCode: 'de-DE' },
    ]);
    expect(answers.count).toBe(1);
  });

  it('fails when every attempt does', async () => {
    const { control, timers, caller } = promptedCall();

    const { done } = speakAndGetDigits({ ...ask, MinNumberOfDigits: 1, Repeat: 2 }, control);
    await timers.advanceBy(8000);

    expect(await done).toMatchObject({ kind: 'failed', errorType: 'InvalidDigitsReceived' });
    expect(inBrief(caller)).toBe('3000×20');
  });

  it.each([
    { case: 'no speech', change: { SpeechParameters: undefined }, type: 'MissingRequiredActionParameter' },
    {
      case: 'no failure speech',
      change: { FailureSpeechParameters: undefined },
      type: 'MissingRequiredActionParameter',
    },
    {
      case: 'a failure text that is too long',
      change: { FailureSpeechParameters: { Text: 'a'.repeat(1001) } },
      type: 'MissingRequiredActionParameter',
    },
    {
      case: 'failure SSML that is broken',
      change: { FailureSpeechParameters: { Text: '<p>', TextType: 'ssml' } },
      type: 'InvalidActionParameter',
    },
    { case: 'a pattern that is broken', change: { InputDigitsRegex: '[' }, type: 'InvalidActionParameter' },
    { case: 'a Repeat of 0', change: { Repeat: 0 }, type: 'InvalidActionParameter' },
  ])('fails with $type for $case', async ({ change, type }) => {
    const { control } = promptedCall();

    expect(await speakAndGetDigits({ ...ask, ...change }, control).done).toMatchObject({
      kind: 'failed',
      errorType: type,
    });
  });

  it('is throttled together with Speak', async () => {
    const { control } = promptedCall({ speakPerSecond: 1 });

    speakAndGetDigits(ask, control);

    expect(await speakAndGetDigits(ask, control).done).toMatchObject({ errorType: 'ActionExecutionThrottled' });
  });
});
