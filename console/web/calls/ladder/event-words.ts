/** What an invocation of the function is about (Amazon Chime SDK developer guide, pstn-audio-events). */
const words: Readonly<Record<string, string>> = {
  NEW_INBOUND_CALL: 'A call comes in',
  NEW_OUTBOUND_CALL: 'A call goes out',
  RINGING: 'It rings',
  CALL_ANSWERED: 'The call is answered',
  ACTION_SUCCESSFUL: 'Done as told',
  ACTION_FAILED: 'Could not be done',
  ACTION_INTERRUPTED: 'Interrupted',
  INVALID_LAMBDA_RESPONSE: 'The answer was refused',
  DIGITS_RECEIVED: 'Keys were pressed',
  CALL_UPDATE_REQUESTED: 'A command comes in',
  HANGUP: 'Somebody hung up',
};

/** In plain words; of events that are not known here: that there was one. */
export function eventWords(event: string): string {
  return words[event] ?? 'News of the call';
}
