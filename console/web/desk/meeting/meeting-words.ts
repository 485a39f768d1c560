export interface FailureWords {
  readonly words: string;
  readonly forward: string;
}

/**
 * Why a microphone cannot be had, by the name of what getUserMedia rejects with (Media Capture and Streams, 10.3.1), or of the error
 * that amazon-chime-sdk-js makes of it.
 */
export function deviceWords(name: string): FailureWords {
  switch (name) {
    case 'NotAllowedError':
    case 'PermissionDeniedError':
      return {
        words: 'The browser may not use the microphone',
        forward: 'Allow it at the address line, then join again. The caller still waits.',
      };
    case 'NotFoundError':
      return {
        words: 'There is no microphone',
        forward: 'Connect a headset, then join again. The caller still waits.',
      };
    case 'NotReadableError':
      return {
        words: 'Something else uses the microphone',
        forward: 'Close what else you talk by, or choose another one, then join again.',
      };
    case 'OverconstrainedError':
      return { words: 'This microphone cannot be used', forward: 'Connect another one, then join again.' };
    default:
      return {
        words: 'The sound could not be started',
        forward: 'Join again. If it happens again, load the page anew, or try another browser.',
      };
  }
}

/** Why a meeting ended with a failure, as amazon-chime-sdk-js names it (MeetingSessionStatusCode). */
export function endingWords(code: string): FailureWords {
  switch (code) {
    case 'AudioJoinedFromAnotherDevice':
      return { words: 'You have joined from another window', forward: 'Go on there, or join again here.' };
    case 'MeetingEnded':
    case 'NoAttendeePresent':
    case 'AudioAttendeeRemoved':
      return { words: 'The meeting is over', forward: 'The caller has hung up, or went on to somebody else.' };
    case 'AudioCallAtCapacity':
      return { words: 'The meeting is full', forward: 'Somebody has to leave it first.' };
    default:
      return {
        words: 'The connection to the meeting was lost',
        forward: 'Join again. If it happens again, look at your network: meetings need more than this page does.',
      };
  }
}
