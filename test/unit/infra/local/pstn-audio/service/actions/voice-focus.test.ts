import { voiceFocus } from '../../../../../../../infra/local/pstn-audio/service/actions/voice-focus.ts';
import { callIds, promptedCall } from '../fakes/prompted-call.ts';

const enable = { Enable: true, CallId: callIds.b };

describe('VoiceFocus', () => {
  it.each([true, false])('succeeds with Enable %p', async (Enable) => {
    const { control } = promptedCall();

    expect(await voiceFocus({ ...enable, Enable }, control).done).toEqual({
      kind: 'successful',
      parameters: { Enable, CallId: callIds.b },
    });
  });

  it.each(['Enable', 'CallId'])('cannot do without %s', async (name) => {
    const { control } = promptedCall();

    expect(await voiceFocus({ ...enable, [name]: undefined }, control).done).toMatchObject({
      errorType: 'MissingRequiredActionParameter',
      errorMessage: 'Missing required action parameter.',
    });
  });

  it.each([{ Enable: 'yes' }, { CallId: 'nobody' }, { CallId: callIds.meeting }])('refuses %o', async (change) => {
    const { control } = promptedCall();

    expect(await voiceFocus({ ...enable, ...change }, control).done).toMatchObject({
      errorType: 'InvalidActionParameter',
    });
  });

  it('is throttled beyond five in a second', async () => {
    const { control, timers } = promptedCall();

    const results = await Promise.all(Array.from({ length: 6 }, () => voiceFocus(enable, control).done));
    await timers.advanceBy(1000);
    const later = await voiceFocus(enable, control).done;

    expect(results.map(({ kind }) => kind)).toEqual([...Array<string>(5).fill('successful'), 'failed']);
    expect(results[5]).toMatchObject({ errorType: 'ActionExecutionThrottled' });
    expect(later.kind).toBe('successful');
  });
});
