import type { JoinCallResponse } from '../../../../shared/contracts/desk-api.ts';
import type { ChimeSound } from './chime-meeting.ts';

/** Opens a session of amazon-chime-sdk-js, which is loaded now: it is as large as all the rest. Nothing is logged. */
export async function openChimeSound({ meeting, attendee }: JoinCallResponse): Promise<ChimeSound> {
  const chime = await import('amazon-chime-sdk-js');
  const logger = new chime.ConsoleLogger('meeting', chime.LogLevel.OFF);
  const devices = new chime.DefaultDeviceController(logger);
  const configuration = new chime.MeetingSessionConfiguration({ Meeting: meeting }, { Attendee: attendee });
  const session = new chime.DefaultMeetingSession(configuration, logger, devices);
  const sound = session.audioVideo;
  const ear = new Audio();
  return {
    observe: ({ connecting, started, stopped, link }) =>
      sound.addObserver({
        audioVideoDidStartConnecting: connecting,
        audioVideoDidStart: started,
        audioVideoDidStop: (status) =>
          stopped({ code: chime.MeetingSessionStatusCode[status.statusCode()] ?? '', isFailure: status.isFailure() }),
        connectionDidBecomePoor: () => link(false),
        connectionDidBecomeGood: () => link(true),
      }),
    inputs: async () => {
      const found = await sound.listAudioInputDevices();
      return found.map(({ deviceId, label }, index) => ({ id: deviceId, name: label || `Microphone ${index + 1}` }));
    },
    useInput: (id) => sound.startAudioInput(id),
    start: async () => {
      await sound.bindAudioElement(ear);
      sound.start();
    },
    mute: (isMuted) => {
      if (isMuted) sound.realtimeMuteLocalAudio();
      else sound.realtimeUnmuteLocalAudio();
    },
    stop: async () => {
      sound.stop();
      sound.unbindAudioElement();
      await sound.stopAudioInput().catch(() => undefined);
      await session.destroy().catch(() => undefined);
    },
  };
}
