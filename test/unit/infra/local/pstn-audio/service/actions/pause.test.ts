import { pause } from '../../../../../../../infra/local/pstn-audio/service/actions/pause.ts';
import { callIds, promptedCall } from '../fakes/prompted-call.ts';

describe('Pause', () => {
  it('waits, and answers no call', async () => {
    const { control, timers, answers } = promptedCall();
    let isDone = false;

    const { done } = pause({ DurationInMilliseconds: '3000' }, control);
    void done.then(() => (isDone = true));
    await timers.advanceBy(2999);
    const before = isDone;
    await timers.advanceBy(1);

    expect(before).toBe(false);
    expect(await done).toEqual({ kind: 'successful', parameters: { DurationInMilliseconds: 3000, CallId: callIds.a } });
    expect(answers.count).toBe(0);
  });

  it('ends when it is aborted, and leaves no timer', async () => {
    const { control, timers } = promptedCall();
    const before = timers.pending;
    const { done, abort } = pause({ DurationInMilliseconds: 3000 }, control);

    abort();

    expect(await done).toMatchObject({ kind: 'successful' });
    expect(timers.pending).toBe(before);
  });

  it.each([99, 30_001, 'soon', undefined])('refuses a duration of %p', async (duration) => {
    const { control } = promptedCall();

    expect(await pause({ DurationInMilliseconds: duration }, control).done).toMatchObject({
      kind: 'failed',
      errorType: 'InvalidActionParameter',
      errorMessage: 'The Duration parameter is invalid.',
    });
  });

  it('refuses a leg that is not there', async () => {
    const { control } = promptedCall();

    expect(await pause({ DurationInMilliseconds: 100, CallId: 'nobody' }, control).done).toMatchObject({
      errorType: 'InvalidActionParameter',
      errorMessage: 'CallId or ParticipantTag parameter for action is invalid.',
    });
  });
});
