import { sendDigits } from '../../../../../../../infra/local/pstn-audio/service/actions/send-digits.ts';
import { callIds, promptedCall } from '../fakes/prompted-call.ts';

const send = { CallId: callIds.b, Digits: ',1A#' };

describe('SendDigits', () => {
  it('presses the keys on the leg named, a quarter of a second each, and is done when they are pressed', async () => {
    const { control, callee, timers } = promptedCall();
    let isDone = false;

    const { done } = sendDigits(send, control);
    void done.then(() => (isDone = true));
    await timers.advanceBy(5000);
    const before = isDone;
    callee.sentAll();

    expect(before).toBe(false);
    expect(await done).toEqual({ kind: 'successful', parameters: send });
    expect(callee.sent).toMatchObject([{ digits: ',1A#', options: { toneMilliseconds: 250 } }]);
  });

  it.each([50, '24000'])('holds each key for %p ms when told so', async (duration) => {
    const { control, callee } = promptedCall();

    sendDigits({ ...send, ToneDurationInMilliseconds: duration }, control);

    expect(callee.sent).toMatchObject([{ options: { toneMilliseconds: Number(duration) } }]);
  });

  it('is over when it is aborted, and calls off the keys that are left', async () => {
    const { control, callee } = promptedCall();
    const { done, abort } = sendDigits(send, control);
    const [pressing] = callee.sent;
    expect(pressing?.options?.signal?.aborted).toBe(false);

    abort();

    expect(await done).toMatchObject({ kind: 'successful' });
    expect(pressing?.options?.signal?.aborted).toBe(true);
  });

  it.each([
    {
      case: 'too short a tone',
      change: { ToneDurationInMilliseconds: 49 },
      text: 'ToneDuration parameter value is invalid.',
    },
    {
      case: 'too long a tone',
      change: { ToneDurationInMilliseconds: 20_000_000 },
      text: 'ToneDuration parameter value is invalid.',
    },
    { case: 'a key that is none', change: { Digits: '1x' }, text: 'Digits parameter value is invalid.' },
    { case: 'more than 50 keys', change: { Digits: '1'.repeat(51) }, text: 'Digits parameter value is invalid.' },
    { case: 'no keys', change: { Digits: '' }, text: 'Digits parameter value is invalid.' },
    {
      case: 'a meeting',
      change: { CallId: callIds.meeting },
      text: 'CallId or ParticipantTag parameter for action is invalid.',
    },
  ])('refuses $case', async ({ change, text }) => {
    const { control, callee } = promptedCall();

    const result = await sendDigits({ ...send, ...change }, control).done;

    expect(result).toMatchObject({ kind: 'failed', errorType: 'InvalidActionParameter', errorMessage: text });
    expect(callee.sent).toEqual([]);
  });

  it.each([undefined, ''])('names its leg, and shows no other where it does not: %j', async (CallId) => {
    const { control } = promptedCall();

    const result = await sendDigits({ ...send, CallId }, control).done;

    expect(result).toMatchObject({
      kind: 'failed',
      errorType: 'MissingRequiredActionParameter',
      errorMessage: 'Missing a required action parameter.',
    });
    expect(result.parameters).not.toHaveProperty('CallId');
  });
});
