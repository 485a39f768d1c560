import { playAudioAndGetDigits } from '../../../../../../../infra/local/pstn-audio/service/actions/play-audio-and-get-digits.ts';
import { inBrief } from '../fakes/fake-audio.ts';
import { callIds, promptedCall, source } from '../fakes/prompted-call.ts';

const ask = {
  AudioSource: source('hello.wav'),
  FailureAudioSource: source('wrong.wav'),
  RepeatDurationInMilliseconds: 3000,
};

describe('PlayAudioAndGetDigits', () => {
  it('takes digits up to the terminator, which it leaves out, and stops its prompt at the first', async () => {
    const { control, timers, caller, answers } = promptedCall();

    const { done } = playAudioAndGetDigits({ ...ask, MinNumberOfDigits: 2 }, control);
    await timers.advanceBy(60);
    caller.presses('12#3');
    await timers.advanceBy(0);

    expect(await done).toEqual({
      kind: 'successful',
      parameters: {
        ...ask,
        MinNumberOfDigits: 2,
        Repeat: 1,
        InBetweenDigitsDurationInMilliseconds: 3000,
        CallId: callIds.a,
      },
      outcome: { ReceivedDigits: '12' },
    });
    expect(inBrief(caller)).toBe('1000×3');
    expect(answers.count).toBe(1);
    expect(caller.listeners).toBe(0);
  });

  it('is done with the last digit that may be', async () => {
    const { control, timers, caller } = promptedCall();

    const { done } = playAudioAndGetDigits({ ...ask, MinNumberOfDigits: '1', MaxNumberOfDigits: '3' }, control);
    await timers.advanceBy(500);
    caller.presses('123');

    expect(await done).toMatchObject({
      parameters: { MinNumberOfDigits: 1, MaxNumberOfDigits: 3 },
      outcome: { ReceivedDigits: '123' },
    });
  });

  it('takes what there is so long after a digit, counted from each anew', async () => {
    const { control, timers, caller } = promptedCall();
    let isDone = false;

    const { done } = playAudioAndGetDigits({ ...ask, InBetweenDigitsDurationInMilliseconds: 1000 }, control);
    void done.then(() => (isDone = true));
    await timers.advanceBy(100);
    caller.presses('4');
    await timers.advanceBy(900);
    caller.presses('2');
    await timers.advanceBy(990);
    const before = isDone;
    await timers.advanceBy(10);

    expect(before).toBe(false);
    expect(await done).toMatchObject({ outcome: { ReceivedDigits: '42' } });
  });

  it('plays the failure prompt after each wrong entry, the last one too, and fails after the last', async () => {
    const { control, timers, caller } = promptedCall();

    const { done } = playAudioAndGetDigits(
      { ...ask, InputDigitsRegex: '^[1-3]$', MinNumberOfDigits: 1, MaxNumberOfDigits: 1, Repeat: 2 },
      control,
    );
    await timers.advanceBy(200);
    caller.presses('9');
    await timers.advanceBy(60);
    await timers.advanceBy(200);
    caller.presses('8');
    await timers.advanceBy(60);

    expect(await done).toMatchObject({ kind: 'failed', errorType: 'InvalidDigitsReceived', parameters: { Repeat: 2 } });
    expect(inBrief(caller)).toBe('1000×5 2000×2 1000×5 2000×2');
  });

  it('takes the right digits of a later attempt', async () => {
    const { control, timers, caller } = promptedCall();

    const { done } = playAudioAndGetDigits(
      { ...ask, InputDigitsRegex: '[1-3]', MinNumberOfDigits: 1, MaxNumberOfDigits: 1, Repeat: 2 },
      control,
    );
    await timers.advanceBy(200);
    caller.presses('9');
    await timers.advanceBy(300);
    caller.presses('2');

    expect(await done).toMatchObject({ kind: 'successful', outcome: { ReceivedDigits: '2' } });
  });

  it('waits for the first digit from the end of the prompt, and begins anew without one', async () => {
    const { control, timers, caller } = promptedCall();

    const { done } = playAudioAndGetDigits({ ...ask, MinNumberOfDigits: 1, Repeat: 2 }, control);
    await timers.advanceBy(120 + 2999);
    const before = inBrief(caller);
    await timers.advanceBy(200);
    caller.presses('5#');
    await timers.advanceBy(0);

    expect(before).toBe('1000×5');
    expect(inBrief(caller)).toMatch(/^1000×5 2000×2 1000×\d$/);
    expect(await done).toMatchObject({ outcome: { ReceivedDigits: '5' } });
  });

  it.each([
    { case: 'none are needed', change: {}, kind: 'successful', rest: { outcome: { ReceivedDigits: '' } } },
    {
      case: 'one is needed',
      change: { MinNumberOfDigits: 1 },
      kind: 'failed',
      rest: { errorType: 'InvalidDigitsReceived' },
    },
    {
      case: 'there is a pattern',
      change: { InputDigitsRegex: '^\\d*$' },
      kind: 'failed',
      rest: { errorType: 'InvalidDigitsReceived' },
    },
  ])('ends as $kind when nothing is pressed and $case', async ({ change, kind, rest }) => {
    const { control, timers } = promptedCall();

    const { done } = playAudioAndGetDigits({ ...ask, ...change }, control);
    await timers.advanceBy(4000);

    expect(await done).toMatchObject({ kind, ...rest });
  });

  it.each(['', '#'])(
    'asks again when nothing but %j is pressed, though no digit is needed, as often as it may',
    async (keys) => {
      const { control, timers, caller } = promptedCall();

      const { done } = playAudioAndGetDigits({ ...ask, MinNumberOfDigits: 0, Repeat: 2 }, control);
      for (let n = 1; n <= 2; n += 1) {
        await timers.advanceBy(200);
        caller.presses(keys);
        await timers.advanceBy(keys === '' ? 3100 : 60);
      }

      expect(await done).toMatchObject({ kind: 'successful', outcome: { ReceivedDigits: '' } });
      expect(inBrief(caller)).toBe('1000×5 2000×2 1000×5');
    },
  );

  it('lets a pattern count the terminator in, as those of the pages do', async () => {
    const { control, timers, caller } = promptedCall();

    const { done } = playAudioAndGetDigits({ ...ask, InputDigitsRegex: '^\\d{2}#$' }, control);
    await timers.advanceBy(40);
    caller.presses('12#');
    await timers.advanceBy(0);

    expect(await done).toMatchObject({ kind: 'successful', outcome: { ReceivedDigits: '12' } });
  });

  it('takes other terminators, and # as a digit then', async () => {
    const { control, timers, caller } = promptedCall();

    const { done } = playAudioAndGetDigits({ ...ask, TerminatorDigits: ['*', '0'] }, control);
    await timers.advanceBy(40);
    caller.presses('1#0');
    await timers.advanceBy(0);

    expect(await done).toMatchObject({
      parameters: { TerminatorDigits: ['*', '0'] },
      outcome: { ReceivedDigits: '1#' },
    });
  });

  it('passes over keys that are pressed during the failure prompt', async () => {
    const { control, timers, caller } = promptedCall();

    const { done } = playAudioAndGetDigits({ ...ask, MinNumberOfDigits: 2, MaxNumberOfDigits: 2, Repeat: 2 }, control);
    await timers.advanceBy(40);
    caller.presses('1#');
    await timers.advanceBy(20);
    caller.presses('77');
    await timers.advanceBy(100);
    caller.presses('34');

    expect(await done).toMatchObject({ outcome: { ReceivedDigits: '34' } });
  });

  it.each([
    { case: 'it is aborted', act: (abort: () => void) => abort() },
    { case: 'the caller leaves', act: (_: () => void, end: () => void) => end() },
  ])('gives back what there is when $case, and leaves nothing behind', async ({ act }) => {
    const { control, timers, caller, end } = promptedCall();
    const timersBefore = timers.pending;
    const { done, abort } = playAudioAndGetDigits({ ...ask, MinNumberOfDigits: 3 }, control);
    await timers.advanceBy(200);
    caller.presses('12');

    act(abort, () => end(callIds.a));

    expect(await done).toMatchObject({ kind: 'successful', outcome: { ReceivedDigits: '12' } });
    expect(timers.pending).toBe(timersBefore);
    expect(caller.listeners).toBe(0);
    expect(caller.isPlaying).toBe(false);
  });

  it.each([
    {
      name: 'AudioSource',
      value: source('nothing.wav'),
      type: 'InvalidAudioSource',
      text: 'Cannot access S3 bucket or audio file.',
    },
    {
      name: 'FailureAudioSource',
      value: source('text.wav'),
      type: 'InvalidAudioSource',
      text: 'Audio Source parameter value is invalid.',
    },
    {
      name: 'FailureAudioSource',
      value: undefined,
      type: 'InvalidAudioSource',
      text: 'Audio Source parameter value is invalid.',
    },
    {
      name: 'InputDigitsRegex',
      value: '^(\\d',
      type: 'InvalidActionParameter',
      text: 'InputDigitsRegex parameter value is invalid.',
    },
    {
      name: 'RepeatDurationInMilliseconds',
      value: undefined,
      type: 'InvalidActionParameter',
      text: 'RepeatDurationInMilliseconds parameter value is invalid.',
    },
    {
      name: 'MaxNumberOfDigits',
      value: 1,
      type: 'InvalidActionParameter',
      text: 'MaxNumberOfDigits parameter value is invalid.',
    },
    {
      name: 'CallId',
      value: callIds.meeting,
      type: 'InvalidActionParameter',
      text: 'CallId or ParticipantTag parameter for action is invalid.',
    },
  ])('fails with $type for a wrong $name, before the call is answered', async ({ name, value, type, text }) => {
    const { control, answers } = promptedCall();

    const result = await playAudioAndGetDigits({ ...ask, MinNumberOfDigits: 2, [name]: value }, control).done;

    expect(result).toMatchObject({ kind: 'failed', errorType: type, errorMessage: text });
    expect(answers.count).toBe(0);
  });
});
