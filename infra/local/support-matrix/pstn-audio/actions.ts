import type { SmaActionType } from '../../../../shared/contracts/sma-action-types.ts';
import type { Row } from '../support.ts';

const unit = (name: string): string => `test/unit/infra/local/pstn-audio/service/actions/${name}.test.ts`;

const entry =
  'Nothing pressed, or a terminator alone: the try is missed, and the next follows. Nothing in the last: ACTION_SUCCESSFUL with empty ReceivedDigits when MinNumberOfDigits is 0 and there is no InputDigitsRegex, else, as after a wrong entry, ACTION_FAILED InvalidDigitsReceived (both were handled by public code; which comes when is our choice). The failure prompt is heard after each missed try, the last included if the action fails by it. InputDigitsRegex is JavaScript, tried with and without the terminator.';
const words =
  'Needs `espeak-ng` on the PATH for words; without it a hum with the length and rhythm of speech is heard, breaks and all. Text, SSML, engine and voice are checked as Polly would; of some neural voices the table may be behind AWS. ActionExecutionThrottled was seen at the top level of an event, and is never sent there.';
const recording =
  'Key as documented, in UTC. The right channel is what the leg hears. Pausing and resuming leave a short 1,400 Hz mark. A refused destination comes as `Error: NoAccessToDestination` beside ErrorType SystemException.';

/** Every action (Amazon Chime SDK developer guide, specify-actions), with all its parameters, defaults, limits, results and errors. */
export const actions: Readonly<Record<SmaActionType, Row>> = {
  CallAndBridge: {
    support: '✅',
    evidence: 'seen',
    note: 'PSTN, Voice Connectors and groups. A number of the account comes back to the service itself, whatever Pstn.Routes say. Busy, declined, unanswered and unreachable are all CallNotAnswered. Without a RingbackTone the caller hears the early media of the other side, or 180. A route that says nothing loses its turn after an even share of the time-out. A CallTimeoutSeconds of 0 is refused.',
    shownBy: 'test/e2e/bridge-ringing.test.ts',
  },
  Hangup: {
    support: '✅',
    evidence: 'seen',
    note: 'SipResponseCode 0 goes to an unanswered leg as 480. A Hangup of one leg while another lives is told by ACTION_SUCCESSFUL, of the last by HANGUP alone. An unanswered caller’s HANGUP shows the code of the Hangup, 0 too (our choice).',
    shownBy: unit('hangup'),
  },
  JoinChimeMeeting: {
    support: '✅',
    evidence: 'docs',
    note: 'The meeting becomes LEG-B with number +17035550122. Errors come as ErrorType and ErrorMessage, never as the single `Error` of one page.',
    shownBy: 'test/e2e/meeting-joined.test.ts',
  },
  ModifyChimeMeetingAttendees: {
    support: '✅',
    evidence: 'docs',
    note: 'ErrorList holds the attendees that are not in the meeting; the others are muted all the same.',
    shownBy: unit('meeting-actions'),
  },
  Pause: {
    support: '✅',
    evidence: 'docs',
    note: '100 to 30,000 ms, as the page of error texts says; the page of the action says any number above 0. It does not answer the call, as was seen.',
    shownBy: unit('pause'),
  },
  PauseCallRecording: { support: '✅', evidence: 'docs', note: recording, shownBy: unit('call-recording') },
  PlayAudio: {
    support: '✅',
    evidence: 'seen',
    note: 'A bucket is a folder. Mono WAV of 8 or 16-bit PCM, µ-law or A-law, at any rate; stereo is refused. Content-Type and bucket policies are not looked at.',
    shownBy: 'test/e2e/prompts.test.ts',
  },
  PlayAudioAndGetDigits: { support: '✅', evidence: 'seen', note: entry, shownBy: unit('play-audio-and-get-digits') },
  ReceiveDigits: {
    support: '✅',
    evidence: 'docs',
    note: 'ACTION_SUCCESSFUL when it is armed, DIGITS_RECEIVED for the first match; digits that match nothing are told when they are flushed. What is pressed then is passed over until it is armed anew, as the page says; a public function relies on it listening on (switch ReceiveDigits).',
    shownBy: 'test/e2e/digits.test.ts',
  },
  RecordAudio: {
    support: '✅',
    evidence: 'docs',
    note: 'Its Key was seen. CallId and ParticipantTag together are refused. SilenceThreshold is held against the mean level of 16-bit samples (200 is about -44 dBFS). Ends after four hours at the latest. What a caller has said until hanging up is kept.',
    shownBy: 'test/e2e/recording.test.ts',
  },
  ResumeCallRecording: { support: '✅', evidence: 'docs', note: recording, shownBy: unit('call-recording') },
  SendDigits: {
    support: '✅',
    evidence: 'docs',
    note: 'By RFC 4733; as tones to a telephone that takes no telephone-event.',
    shownBy: 'test/e2e/digits.test.ts',
  },
  Speak: { support: '🕒', evidence: 'docs', note: words, shownBy: 'test/e2e/speech.test.ts' },
  SpeakAndGetDigits: {
    support: '🕒',
    evidence: 'docs',
    note: [words, entry],
    shownBy: unit('speak-and-get-digits'),
  },
  StartBotConversation: {
    support: '🕒',
    evidence: 'seen',
    note: 'There is no Lex here: a script in the configuration (`Bots`) says what the bot says and what keys, or lines that stand for spoken words, lead to. IntentResult has the shape that was seen; NluConfidence is always 1.',
    shownBy: 'test/e2e/bot-conversation.test.ts',
  },
  StartCallRecording: { support: '✅', evidence: 'docs', note: recording, shownBy: 'test/e2e/recording.test.ts' },
  StopCallRecording: { support: '✅', evidence: 'docs', note: recording, shownBy: unit('call-recording') },
  VoiceFocus: {
    support: '🕒',
    evidence: 'docs',
    note: 'Answered, and held to 5 requests a second, but noise stays as it is.',
    shownBy: unit('voice-focus'),
  },
};
