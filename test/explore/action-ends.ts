import type { SmaAction } from '../../shared/contracts/sma-response.ts';

/** One way in which an action can end by itself. */
export type ActionEnd =
  | { readonly kind: 'done'; readonly result?: Readonly<Record<string, unknown>>; readonly isAnswer?: boolean }
  /** Without an error type: the older form, a single `Error`. */
  | { readonly kind: 'failed'; readonly errorType?: string };

/** What an action does to the call when it goes well. */
export const interruptible: readonly string[] = ['Pause', 'PlayAudio', 'RecordAudio'];

/** Those that are reported in the middle of a list, where only some are. */
export const reportingInMidList: readonly string[] = [
  'CallAndBridge',
  'Hangup',
  'JoinChimeMeeting',
  'ModifyChimeMeetingAttendees',
  'RecordAudio',
  'SpeakAndGetDigits',
];

const done: ActionEnd = { kind: 'done' };
const singleError: ActionEnd = { kind: 'failed' };
const fails = (...errorTypes: readonly string[]): ActionEnd[] =>
  errorTypes.map((errorType) => ({ kind: 'failed', errorType }));

const speechFails = fails(
  'AccessDenied',
  'ActionExecutionThrottled',
  'InvalidActionParameter',
  'MissingRequiredActionParameter',
  'SystemException',
);

/** Every way in which the action was seen to end, or that its page has. Whether what it asks for can be had is another matter. */
export function endsOf(action: SmaAction): readonly ActionEnd[] {
  switch (action.Type) {
    case 'Hangup':
      return [done];
    case 'CallAndBridge':
      return [done, ...fails('CallNotAnswered', 'InvalidActionParameter', 'InvalidAudioSource', 'SystemException')];
    case 'JoinChimeMeeting':
      return [done, ...fails('InvalidActionParameter', 'SystemException'), singleError];
    case 'Speak':
      return [done, ...speechFails];
    case 'SpeakAndGetDigits':
      return [...entries(action.Parameters.InputDigitsRegex), ...speechFails];
    case 'PlayAudio':
      return [done, ...fails('InvalidAudioSource', 'InvalidActionParameter', 'SystemException')];
    case 'Pause':
    case 'PauseCallRecording':
    case 'ResumeCallRecording':
    case 'ReceiveDigits':
    case 'ModifyChimeMeetingAttendees':
      return [done, ...fails('InvalidActionParameter', 'SystemException')];
    case 'RecordAudio': {
      const { BucketName, Prefix = '' } = action.Parameters.RecordingDestination;
      const RecordingDestination = { Type: 'S3', BucketName, Key: `${Prefix}/recorded.wav` };
      return [
        { kind: 'done', result: { RecordingDestination } },
        ...fails('InvalidActionParameter', 'SystemException'),
      ];
    }
    case 'StartCallRecording':
      return [done, ...fails('InvalidActionParameter', 'SystemException'), singleError];
  }
}

/** The first and the last of the keys that are asked for, one that is not, and nothing, told in either way. */
function entries(pattern = ''): readonly ActionEnd[] {
  const offered = ['1', '2', '3', '4', '5', '6', '7', '8', '9'].filter((key) => new RegExp(pattern).test(key));
  const keys = new Set([offered[0] ?? '0', offered.at(-1) ?? '0', '#']);
  const pressed = [...keys].map((key): ActionEnd => ({
    kind: 'done',
    result: { ReceivedDigits: key },
    isAnswer: true,
  }));
  return [
    ...pressed,
    { kind: 'done', result: { ReceivedDigits: '' } },
    { kind: 'failed', errorType: 'InvalidDigitsReceived' },
  ];
}
