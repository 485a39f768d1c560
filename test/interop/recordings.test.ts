import { recorded } from '../support/recorded.ts';
import { act } from './support/answering-function.ts';
import { closedAfterEach } from './support/closed-after-each.ts';
import { startCompleteService, type CompleteService } from './support/complete-service.ts';
import { dialIn } from './support/constants.ts';
import { startSipp } from './support/sipp.ts';
import { toneMilliseconds } from './support/tone-files.ts';
import { openToneSender } from './support/tone-sender.ts';
import { describeWith } from './support/tools.ts';

const callerHz = 440;
const calleeHz = 520;
const recordingMs = 2000;
const voicemail = { NEW_INBOUND_CALL: [act.recordAudio], 'ACTION_SUCCESSFUL RecordAudio': [act.hangUp] };

const onlyRecording = async (service: CompleteService): Promise<Uint8Array> => {
  const files = [...(await service.recordings()).values()];
  if (files.length !== 1) throw new Error(`${files.length} recordings instead of one`);
  return files[0]!;
};

describeWith(['sipp'], 'a message that sipp leaves', () => {
  const keep = closedAfterEach();

  const callers = [
    { scenario: 'uac-talks-until-hung-up', codec: 'PCMU' },
    { scenario: 'uac-pcma-talks-until-hung-up', codec: 'PCMA, which is all it has' },
  ];

  it.each(callers)('is recorded from $codec', async ({ scenario }) => {
    const service = keep(await startCompleteService({ replies: voicemail }));

    const caller = keep(await startSipp({ scenario, target: service.address, number: dialIn, voiceHz: callerHz }));
    await caller.finished;
    await service.idle();

    const file = await onlyRecording(service);
    const { rate, channels, milliseconds } = recorded(file);
    expect([rate, channels, Math.round(milliseconds / 100)]).toEqual([8000, 1, recordingMs / 100]);
    expect(toneMilliseconds(file, callerHz, 0)).toBeGreaterThan(0.8 * recordingMs);
    expect(toneMilliseconds(file, calleeHz, 0)).toBe(0);
  });
});

describeWith(['sipp'], 'a message over a bad network', () => {
  const keep = closedAfterEach();

  const networks = [
    { what: 'every seventh packet is lost', isLost: (n: number) => n % 7 === 3, swaps: false, clearMs: 1200 },
    { what: 'packets overtake each other', isLost: () => false, swaps: true, clearMs: 1700 },
  ];

  it.each(networks)('is as long as it was, and is heard: $what', async ({ isLost, swaps, clearMs }) => {
    const sender = keep(await openToneSender({ frequencyHz: callerHz, isLost, swaps }));
    const service = keep(
      await startCompleteService({
        replies: voicemail,
        observers: [{ onRtp: ({ direction, local }) => void (direction === 'out' && sender.sendTo(local)) }],
      }),
    );

    const caller = keep(
      await startSipp({
        scenario: 'uac-audio-elsewhere-until-hung-up',
        target: service.address,
        number: dialIn,
        keys: { audio_port: String(sender.port) },
      }),
    );
    await caller.finished;
    await service.idle();

    const file = await onlyRecording(service);
    expect(Math.round(recorded(file).milliseconds / 100)).toBe(recordingMs / 100);
    expect(toneMilliseconds(file, callerHz, 0)).toBeGreaterThan(clearMs);
  });
});

describeWith(['sipp'], 'the recording of a call between two sipps', () => {
  const keep = closedAfterEach();

  it('has the caller on the left and the callee on the right', async () => {
    const callee = keep(await startSipp({ scenario: 'uas-talks-until-hung-up', voiceHz: calleeHz }));
    const service = keep(
      await startCompleteService({
        pstn: callee.address,
        replies: {
          NEW_INBOUND_CALL: [act.bridge],
          'ACTION_SUCCESSFUL CallAndBridge': [act.recordCall('LEG-A'), act.shortPause, act.hangUp],
        },
      }),
    );

    const caller = keep(
      await startSipp({
        scenario: 'uac-talks-until-hung-up',
        target: service.address,
        number: dialIn,
        voiceHz: callerHz,
      }),
    );
    await Promise.all([caller.finished, callee.finished]);
    await service.idle();

    const file = await onlyRecording(service);
    expect(recorded(file).channels).toBe(2);
    expect(toneMilliseconds(file, callerHz, 0)).toBeGreaterThan(500);
    expect(toneMilliseconds(file, calleeHz, 1)).toBeGreaterThan(500);
    expect([toneMilliseconds(file, calleeHz, 0), toneMilliseconds(file, callerHz, 1)]).toEqual([0, 0]);
  });
});
