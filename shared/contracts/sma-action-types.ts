/** Every action of PSTN Audio (Amazon Chime SDK developer guide, specify-actions). */
export const smaActionTypes = [
  'CallAndBridge',
  'Hangup',
  'JoinChimeMeeting',
  'ModifyChimeMeetingAttendees',
  'Pause',
  'PauseCallRecording',
  'PlayAudio',
  'PlayAudioAndGetDigits',
  'ReceiveDigits',
  'RecordAudio',
  'ResumeCallRecording',
  'SendDigits',
  'Speak',
  'SpeakAndGetDigits',
  'StartBotConversation',
  'StartCallRecording',
  'StopCallRecording',
  'VoiceFocus',
] as const;
export type SmaActionType = (typeof smaActionTypes)[number];
