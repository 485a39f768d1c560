import { toneSource } from '../../../../../../../infra/local/pstn-audio/media/tone.ts';
import { pauseCallRecording } from '../../../../../../../infra/local/pstn-audio/service/actions/pause-call-recording.ts';
import { resumeCallRecording } from '../../../../../../../infra/local/pstn-audio/service/actions/resume-call-recording.ts';
import { startCallRecording } from '../../../../../../../infra/local/pstn-audio/service/actions/start-call-recording.ts';
import { stopCallRecording } from '../../../../../../../infra/local/pstn-audio/service/actions/stop-call-recording.ts';
import { pauseMark } from '../../../../../../../infra/local/pstn-audio/service/recording/pausable-track.ts';
import { FakeCall } from '../fakes/fake-call.ts';
import { recorded } from '../../../../../../support/recorded.ts';

const callersVoice = 440;
const prompt = 620;
const leg = { CallId: 'call-a' };
const recording = { ...leg, Track: 'BOTH', Destination: { Type: 'S3', Location: 'archive' } };
const key = 'Amazon-Chime-SMA-Call-Recordings/2026/11/18/2026-11-18-15-00-00-010_transaction-1_call-a.wav';

/** The caller speaks, and hears a prompt. */
function conversation(): FakeCall {
  const call = new FakeCall();
  call.caller.audio.hears(toneSource({ frequencyHz: callersVoice }));
  call.caller.audio.play(toneSource({ frequencyHz: prompt }));
  return call;
}

describe('a call recording', () => {
  it('tells where it will be, and has what the caller says on the left and hears on the right', async () => {
    const call = conversation();

    const started = await startCallRecording(recording, call).done;
    await call.timers.advanceBy(1000);
    const stopped = await stopCallRecording(leg, call).done;

    expect(started).toEqual({
      kind: 'successful',
      parameters: recording,
      outcome: { CallRecordingDestination: { Type: 'S3', Location: `archive/${key}` } },
    });
    expect(stopped).toEqual({ kind: 'successful', parameters: leg });
    const file = recorded(call.objects.get(`archive/${key}`));
    expect([file.rate, file.channels]).toEqual([8000, 2]);
    expect([file.heard(0, callersVoice).length, file.heard(1, prompt).length]).toEqual([1, 1]);
    expect([file.heard(1, callersVoice), file.heard(0, prompt)]).toEqual([[], []]);
    expect(call.caller.audio.listeners).toBe(0);
  });

  it.each([
    { Track: 'INCOMING', tones: [callersVoice] },
    { Track: 'OUTGOING', tones: [prompt] },
  ])('of $Track is mono', async ({ Track, tones }) => {
    const call = conversation();

    await startCallRecording({ ...recording, Track }, call).done;
    await call.timers.advanceBy(1000);
    await stopCallRecording(leg, call).done;

    const file = recorded(call.objects.get(`archive/${key}`));
    expect(file.channels).toBe(1);
    expect([callersVoice, prompt].filter((tone) => file.heard(0, tone).length > 0)).toEqual(tones);
  });

  it('is silent in a pause, which a tone marks, and as long as the call', async () => {
    const call = conversation();

    await startCallRecording(recording, call).done;
    await call.timers.advanceBy(1000);
    await pauseCallRecording(leg, call).done;
    await call.timers.advanceBy(2000);
    await resumeCallRecording(leg, call).done;
    await call.timers.advanceBy(1000);
    await stopCallRecording(leg, call).done;

    const file = recorded(call.objects.get(`archive/${key}`));
    expect(file.milliseconds).toBeGreaterThanOrEqual(4000);
    expect(file.milliseconds).toBeLessThan(4300);
    for (const [channel, tone] of [callersVoice, prompt].entries()) {
      const [first, second] = file.heard(channel, tone);
      expect([first?.until, second?.from].map((at) => Math.round((at ?? 0) / 500) * 500)).toEqual([1000, 3500]);
      expect(file.heard(channel, pauseMark.frequencyHz)).toHaveLength(2);
      expect(file.peak(channel, 1500, 2900)).toBe(0);
    }
  });

  it('is written when the leg ends, whoever ends it', async () => {
    const call = conversation();
    await startCallRecording(recording, call).done;
    await call.timers.advanceBy(500);

    call.caller.leaves();
    await call.timers.advanceBy(0);

    expect(recorded(call.objects.get(`archive/${key}`)).heard(0, callersVoice)).toHaveLength(1);
    expect(call.callRecordings.of('call-a')?.state).toBe('stopped');
  });

  it('goes under the prefix that the destination names', async () => {
    const call = conversation();

    const started = await startCallRecording(
      { ...recording, Destination: { Type: 'S3', Location: 'archive/support/english/' } },
      call,
    ).done;

    expect(started.outcome).toEqual({
      CallRecordingDestination: {
        Type: 'S3',
        Location: `archive/support/english/${key.slice(key.indexOf('/') + 1)}`,
      },
    });
  });

  it.each(['missing', 'locked'])('does not begin when the bucket is %s', async (Location) => {
    const call = conversation();

    const result = await startCallRecording({ ...recording, Destination: { Type: 'S3', Location } }, call).done;

    expect(result).toMatchObject({
      kind: 'failed',
      outcome: { Error: 'NoAccessToDestination: Error while accessing destination' },
      note: expect.stringContaining(`in bucket "${Location}"`),
    });
    expect([call.caller.audio.listeners, call.callRecordings.of('call-a')]).toEqual([0, undefined]);
  });

  it('that cannot be written in the end is told to those who watch', async () => {
    const call = conversation();
    await startCallRecording(recording, call).done;
    call.parts.buckets.write = () => Promise.resolve('failed');

    call.caller.leaves();
    await call.timers.advanceBy(0);

    expect(call.notes).toEqual([
      `a call recording is lost: "${key}" in bucket "archive" (/buckets/archive): the file could not be read or written`,
    ]);
  });

  it('can be begun once on a leg, even after it was stopped', async () => {
    const call = conversation();
    await startCallRecording(recording, call).done;

    const second = await startCallRecording(recording, call).done;
    await stopCallRecording(leg, call).done;
    const third = await startCallRecording(recording, call).done;

    expect([second.kind, third.kind]).toEqual(['failed', 'failed']);
  });

  it.each([
    { case: 'no CallId', change: { CallId: undefined } },
    { case: 'a leg that is not there', change: { CallId: 'call-x' } },
    { case: 'another track', change: { Track: 'LEFT' } },
    { case: 'no destination', change: { Destination: undefined } },
    { case: 'a destination that is no bucket', change: { Destination: { Type: 'S3', Location: '/a' } } },
  ])('is refused for $case', async ({ change }) => {
    const result = await startCallRecording({ ...recording, ...change }, conversation()).done;

    expect(result).toMatchObject({
      errorType: 'InvalidActionParameter',
      errorMessage: expect.stringMatching(/ parameter (?:for action|value) is invalid\.$/),
    });
  });

  it.each([
    { name: 'PauseCallRecording', action: pauseCallRecording },
    { name: 'ResumeCallRecording', action: resumeCallRecording },
    { name: 'StopCallRecording', action: stopCallRecording },
  ])('$name is refused without one, after its end, and without a CallId', async ({ action }) => {
    const call = conversation();
    const before = await action(leg, call).done;
    await startCallRecording(recording, call).done;
    await stopCallRecording(leg, call).done;
    const after = await action(leg, call).done;
    const nameless = await action({}, call).done;

    expect([before.kind, after.kind, nameless.kind]).toEqual(['failed', 'failed', 'failed']);
  });
});
