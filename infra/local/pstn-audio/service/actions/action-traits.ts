import type { SmaActionType } from '../../../../../shared/contracts/sma-action-types.ts';

/**
 * Actions that an update of the call cuts short (Amazon Chime SDK developer guide, update-sip-call); any other runs to its end first.
 */
export const interruptibleActions: readonly SmaActionType[] = ['Pause', 'PlayAudio', 'RecordAudio'];

/**
 * Actions that are reported even in the middle of a list; the others only when they end it. The first six are those that the authors
 * of AWS's workshop name. SpeakAndGetDigits and StartBotConversation are our choice: what a caller has answered would be lost.
 */
export const reportingActions: readonly SmaActionType[] = [
  'CallAndBridge',
  'Hangup',
  'JoinChimeMeeting',
  'ModifyChimeMeetingAttendees',
  'PlayAudioAndGetDigits',
  'RecordAudio',
  'SpeakAndGetDigits',
  'StartBotConversation',
];
