import { toneSource } from '../../../../../../../infra/local/pstn-audio/media/tone.ts';
import { recordAudio } from '../../../../../../../infra/local/pstn-audio/service/actions/record-audio.ts';
import { FakeCall } from '../fakes/fake-call.ts';
import type { FakeAudio } from '../fakes/fake-audio.ts';
import { recorded } from '../../../../../../support/recorded.ts';

const destination = { Type: 'S3', BucketName: 'mail', Prefix: 'box/7' };
const voicemail = { RecordingTerminators: ['#'], RecordingDestination: destination };
const key = 'box/7/call-a-recordings-1.wav';

describe('RecordAudio', () => {
  it('takes a CallId or a ParticipantTag, not both', async () => {
    const call = new FakeCall();

    const result = await recordAudio({ ...voicemail, CallId: 'call-a', ParticipantTag: 'LEG-A' }, call).done;

    expect(result).toMatchObject({ kind: 'failed', errorType: 'InvalidActionParameter' });
    expect(call.caller.done).toEqual([]);
  });

  it('answers the caller and records what they say until a key ends it', async () => {
    const call = new FakeCall();
    const action = recordAudio({ ...voicemail, DurationInSeconds: '10' }, call);
    call.caller.audio.hears(toneSource({ frequencyHz: 440 }));

    await call.timers.advanceBy(2000);
    call.caller.audio.presses('5#');
    const result = await action.done;

    expect(result).toEqual({
      kind: 'successful',
      parameters: { ...voicemail, DurationInSeconds: 10, CallId: 'call-a' },
      outcome: {
        RecordingDestination: { Type: 'S3', BucketName: 'mail', Key: key },
        RecordingTerminatorUsed: '#',
      },
    });
    expect(call.caller.done).toEqual(['answer']);
    const file = recorded(call.objects.get(`mail/${key}`));
    expect([file.rate, file.channels]).toEqual([8000, 1]);
    expect(file.milliseconds).toBeGreaterThanOrEqual(2000);
    expect(file.milliseconds).toBeLessThan(2300);
    expect(file.heard(0, 440)).toHaveLength(1);
    expect(call.caller.audio.listeners).toBe(0);
  });

  it('ends at its time, and tells of no terminator', async () => {
    const call = new FakeCall();
    const action = recordAudio({ ...voicemail, DurationInSeconds: 1 }, call);

    await call.timers.advanceBy(1100);
    const { outcome } = await action.done;

    expect(outcome).not.toHaveProperty('RecordingTerminatorUsed');
    expect(recorded(call.objects.get(`mail/${key}`)).milliseconds).toBe(1000);
  });

  it('ends after a silence, counted anew when something is said', async () => {
    const call = new FakeCall();
    const { audio } = call.caller;
    const ended = hasEnded(recordAudio({ ...voicemail, SilenceDurationInSeconds: 2 }, call).done);

    await call.timers.advanceBy(1700);
    audio.hears(toneSource({ frequencyHz: 440 }));
    await call.timers.advanceBy(500);
    audio.hears(undefined);
    await call.timers.advanceBy(1900);
    const early = ended();
    await call.timers.advanceBy(500);

    expect([early, ended()]).toEqual([false, true]);
  });

  it.each([
    { threshold: undefined, levelDbfs: -50, silent: true },
    { threshold: undefined, levelDbfs: -35, silent: false },
    { threshold: 1000, levelDbfs: -35, silent: true },
    { threshold: 20, levelDbfs: -50, silent: false },
  ])(
    'with threshold $threshold a tone of $levelDbfs dBFS counts as silence: $silent',
    async ({ threshold, levelDbfs, silent }) => {
      const call = new FakeCall();
      call.caller.audio.hears(toneSource({ frequencyHz: 440, levelDbfs }));
      const limits = { SilenceDurationInSeconds: 1, SilenceThreshold: threshold };
      const ended = hasEnded(recordAudio({ ...voicemail, ...limits }, call).done);

      await call.timers.advanceBy(1500);

      expect(ended()).toBe(silent);
    },
  );

  it.each([
    { case: 'the party leaves', end: (call: FakeCall) => call.caller.leaves() },
    { case: 'it is cut off', end: (_: FakeCall, abort: () => void) => abort() },
  ])('keeps what there is when $case', async ({ end }) => {
    const call = new FakeCall();
    call.caller.audio.hears(toneSource({ frequencyHz: 440 }));
    const action = recordAudio(voicemail, call);

    await call.timers.advanceBy(1000);
    end(call, action.abort);

    expect(await action.done).toMatchObject({ kind: 'successful', outcome: { RecordingDestination: { Key: key } } });
    expect(recorded(call.objects.get(`mail/${key}`)).heard(0, 440)).toHaveLength(1);
  });

  it('gives every file of a call a name of its own, in the root of the bucket without a prefix', async () => {
    const call = new FakeCall();
    const plain = { ...voicemail, RecordingDestination: { Type: 'S3', BucketName: 'mail' } };

    for (const parameters of [plain, { ...voicemail, RecordingDestination: { ...destination, Prefix: 'a/' } }]) {
      const action = recordAudio(parameters, call);
      action.abort();
      await action.done;
    }

    expect([...call.objects.keys()]).toEqual(['mail/call-a-recordings-1.wav', 'mail/a/call-a-recordings-2.wav']);
  });

  it('records the leg it names', async () => {
    const call = new FakeCall().withLegB();
    (call.legs[1]!.audio as FakeAudio).hears(toneSource({ frequencyHz: 620 }));
    const action = recordAudio({ ...voicemail, ParticipantTag: 'LEG-B', DurationInSeconds: 1 }, call);

    await call.timers.advanceBy(1100);
    const { parameters } = await action.done;

    expect(parameters).toMatchObject({ CallId: 'call-b', ParticipantTag: 'LEG-B' });
    expect(call.caller.done).toEqual([]);
    expect(recorded(call.objects.get('mail/box/7/call-b-recordings-1.wav')).heard(0, 620)).toHaveLength(1);
  });

  it.each(['missing', 'locked'])('fails when the file cannot be put into a bucket that is %s', async (BucketName) => {
    const call = new FakeCall();
    const action = recordAudio({ ...voicemail, RecordingDestination: { ...destination, BucketName } }, call);

    action.abort();

    expect(await action.done).toMatchObject({
      errorType: 'InvalidActionParameter',
      errorMessage: 'An error occurred while uploading the recording to the S3 bucket.',
      note: expect.stringContaining(`in bucket "${BucketName}"`),
    });
  });

  it.each([
    { change: { RecordingDestination: null }, message: 'The RecordingDestination parameter is invalid.' },
    {
      change: { RecordingDestination: { ...destination, Prefix: 'a'.repeat(980) } },
      message: 'The RecordingDestination parameter is invalid.',
    },
    {
      change: { RecordingDestination: { ...destination, Prefix: 'a b' } },
      message: 'The RecordingDestination parameter is invalid.',
    },
    { change: { DurationInSeconds: 0 }, message: 'DurationInSeconds parameter value is invalid.' },
    { change: { SilenceDurationInSeconds: 1001 }, message: 'SilenceDurationInSeconds parameter value is invalid.' },
    { change: { SilenceThreshold: 0 }, message: 'SilenceThreshold parameter value is invalid.' },
    { change: { RecordingTerminators: ['##'] }, message: 'RecordingTerminators parameter value is invalid.' },
    { change: { RecordingTerminators: undefined }, message: 'RecordingTerminators parameter value is invalid.' },
    { change: { CallId: 'call-x' }, message: 'CallId or ParticipantTag parameter for action is invalid.' },
  ])('refuses $change', async ({ change, message }) => {
    const call = new FakeCall();

    const result = await recordAudio({ ...voicemail, ...change }, call).done;

    expect(result).toMatchObject({ errorType: 'InvalidActionParameter', errorMessage: message });
    expect([call.caller.done, call.objects.size]).toEqual([[], 0]);
  });
});

function hasEnded(done: Promise<unknown>): () => boolean {
  let ended = false;
  void done.then(() => {
    ended = true;
  });
  return () => ended;
}
