import type { SmaActionType } from '../../../../../shared/contracts/sma-action-types.ts';

/**
 * Actions that an update of the call cuts short (Amazon Chime SDK developer guide, update-sip-call); any other runs to its end first.
 */
export const interruptibleActions: readonly SmaActionType[] = ['Pause', 'PlayAudio', 'RecordAudio'];

/**
 * Actions that are reported even in the middle of a list, as the authors of AWS's workshop describe; the others only when they end
 * it. For those that bring a result no log tells: a result that nobody is told of would be of no use.
 */
export const reportingActions: readonly SmaActionType[] = [
  'CallAndBridge',
  'Hangup',
  'JoinChimeMeeting',
  'ModifyChimeMeetingAttendees',
  'PlayAudioAndGetDigits',
  'RecordAudio',
  'ReceiveDigits',
  'SpeakAndGetDigits',
  'StartBotConversation',
  'StartCallRecording',
];
