import { playAudio } from '../../../../../../../infra/local/pstn-audio/service/actions/play-audio.ts';
import { inBrief } from '../fakes/fake-audio.ts';
import { callIds, promptedCall, source } from '../fakes/prompted-call.ts';

const hello = { AudioSource: source('hello.wav') };

describe('PlayAudio', () => {
  it('plays the file to the caller, answers the call, and gives back what AWS fills in', async () => {
    const { control, timers, caller, callee, answers } = promptedCall();

    const { done } = playAudio(hello, control);
    await timers.advanceBy(200);

    expect(await done).toEqual({
      kind: 'successful',
      parameters: { AudioSource: source('hello.wav'), Repeat: 1, CallId: callIds.a },
    });
    expect(inBrief(caller)).toBe('1000×5');
    expect(callee.heard).toEqual([]);
    expect(answers.count).toBe(1);
    expect(caller.listeners).toBe(0);
  });

  it('plays to the callee alone when told so, and answers nobody', async () => {
    const { control, timers, caller, callee, answers } = promptedCall();

    const { done } = playAudio({ ...hello, ParticipantTag: 'LEG-B' }, control);
    await timers.advanceBy(200);

    expect(await done).toMatchObject({ parameters: { ParticipantTag: 'LEG-B', CallId: callIds.b } });
    expect(inBrief(callee)).toBe('1000×5');
    expect(caller.heard).toEqual([]);
    expect(answers.count).toBe(0);
  });

  it('repeats without a gap; a number may come as text and goes back as a number', async () => {
    const { control, timers, caller } = promptedCall();

    const { done } = playAudio({ ...hello, Repeat: '3' }, control);
    await timers.advanceBy(320);

    expect(await done).toMatchObject({ kind: 'successful', parameters: { Repeat: 3 } });
    expect(inBrief(caller)).toBe('1000×15');
  });

  it('is ended by a terminator, repetitions and all, and by no other key', async () => {
    const { control, timers, caller } = promptedCall();

    const { done } = playAudio({ ...hello, Repeat: 3, PlaybackTerminators: ['#', '1'] }, control);
    await timers.advanceBy(40);
    caller.presses('2');
    await timers.advanceBy(40);
    caller.presses('1');
    await timers.advanceBy(400);

    expect(await done).toMatchObject({ kind: 'successful', parameters: { PlaybackTerminators: ['#', '1'] } });
    expect(inBrief(caller)).toBe('1000×4');
  });

  it('ends at once when it is aborted', async () => {
    const { control, timers, caller } = promptedCall();
    const { done, abort } = playAudio(hello, control);
    await timers.advanceBy(40);

    abort();

    expect(await done).toMatchObject({ kind: 'successful' });
    expect(caller.isPlaying).toBe(false);
    expect(caller.listeners).toBe(0);
  });

  it('ends when its leg ends', async () => {
    const { control, timers, callee, end } = promptedCall();
    const { done } = playAudio({ ...hello, CallId: callIds.b }, control);
    await timers.advanceBy(40);

    end(callIds.b);

    expect(await done).toMatchObject({ kind: 'successful' });
    expect(callee.isPlaying).toBe(false);
  });

  it('does not begin when it is aborted before the file is there', async () => {
    const { control, timers, caller, answers, holdUp } = promptedCall();
    const reading = Promise.withResolvers<void>();
    holdUp(reading.promise);
    const { done, abort } = playAudio(hello, control);

    abort();
    expect(await done).toMatchObject({ kind: 'successful' });
    reading.resolve();
    await timers.advanceBy(200);

    expect(caller.heard).toEqual([]);
    expect(answers.count).toBe(0);
  });

  const wrong = [
    {
      case: 'there is no such bucket',
      change: { AudioSource: source('hello.wav', 'nowhere') },
      text: 'Cannot access S3 bucket or audio file.',
    },
    {
      case: 'there is no such file',
      change: { AudioSource: source('nothing.wav') },
      text: 'Cannot access S3 bucket or audio file.',
    },
    {
      case: 'the file is no sound',
      change: { AudioSource: source('text.wav') },
      text: 'Audio Source parameter value is invalid.',
    },
    {
      case: 'the source is of another type',
      change: { AudioSource: { ...source('hello.wav'), Type: 'HTTP' } },
      text: 'Audio Source parameter value is invalid.',
    },
    { case: 'the key is empty', change: { AudioSource: source('') }, text: 'Audio Source parameter value is invalid.' },
    { case: 'there is no source', change: { AudioSource: null }, text: 'Audio Source parameter value is invalid.' },
  ];
  it.each(wrong)(
    'fails with InvalidAudioSource when $case, and leaves the call unanswered',
    async ({ change, text }) => {
      const { control, answers } = promptedCall();

      const result = await playAudio({ ...hello, ...change }, control).done;

      expect(result).toMatchObject({
        kind: 'failed',
        errorType: 'InvalidAudioSource',
        errorMessage: text,
        parameters: { CallId: callIds.a },
      });
      expect(answers.count).toBe(0);
    },
  );

  const wrongLegs = [
    { case: 'a CallId that nobody has', change: { CallId: 'nobody' } },
    { case: 'a tag that is none', change: { ParticipantTag: 'LEG-C' } },
    { case: 'a meeting', change: { CallId: callIds.meeting } },
  ];
  it('fails for a leg that has ended', async () => {
    const { control, end } = promptedCall();
    end(callIds.b);

    expect(await playAudio({ ...hello, CallId: callIds.b }, control).done).toMatchObject({
      kind: 'failed',
      errorType: 'InvalidActionParameter',
    });
  });

  it.each(wrongLegs)('fails with InvalidActionParameter for $case', async ({ change }) => {
    const { control } = promptedCall();

    const result = await playAudio({ ...hello, ...change }, control).done;

    expect(result).toMatchObject({
      kind: 'failed',
      errorType: 'InvalidActionParameter',
      errorMessage: 'CallId or ParticipantTag parameter for action is invalid.',
    });
  });

  it.each([
    { name: 'Repeat', value: 0 },
    { name: 'PlaybackTerminators', value: ['A'] },
  ])('names a wrong $name', async ({ name, value }) => {
    const { control } = promptedCall();

    const result = await playAudio({ ...hello, [name]: value }, control).done;

    expect(result).toMatchObject({
      errorType: 'InvalidActionParameter',
      errorMessage: `${name} parameter value is invalid.`,
    });
  });
});
