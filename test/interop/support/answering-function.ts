import { dialIn, otherNumber } from './constants.ts';

/**
 * The actions that a function answers an event with, by the event's title: its type, or its type and its action's, which wins.
 * A CallId of `LEG-A` or `LEG-B` becomes that leg's. Whatever is not in it: when a leg has ended, by HANGUP or by a
 * Hangup of the function's own, whoever is left is hung up, after ACTION_FAILED everybody; anything else is answered with no actions.
 */
export type Replies = Readonly<Record<string, readonly object[]>>;

/** The text of a CommonJS module with such a handler. */
export function answeringFunction(replies: Replies): string {
  return `
const replies = ${JSON.stringify(replies)};
exports.handler = async ({ InvocationEventType: type, ActionData: data, CallDetails: { Participants: legs } }) => {
  const hangUpAll = legs
    .filter(({ Status }) => Status === 'Connected')
    .map(({ CallId }) => ({ Type: 'Hangup', Parameters: { CallId, SipResponseCode: '0' } }));
  const given = (data && replies[type + ' ' + data.Type]) || replies[type];
  const isEnd = type === 'HANGUP' || type === 'ACTION_FAILED' || (data && data.Type === 'Hangup');
  const actions = given || (isEnd ? hangUpAll : []);
  const named = legs.reduce(
    (text, { CallId, ParticipantTag }) => text.replaceAll('"CallId":"' + ParticipantTag + '"', '"CallId":"' + CallId + '"'),
    JSON.stringify(actions),
  );
  return { SchemaVersion: '1.0', Actions: JSON.parse(named) };
};
`;
}

const hello = { Type: 'S3', BucketName: 'prompts', Key: 'hello.wav' };

/** Actions as functions write them. */
export const act = {
  bridge: {
    Type: 'CallAndBridge',
    Parameters: {
      CallerIdNumber: dialIn,
      CallTimeoutSeconds: 10,
      Endpoints: [{ BridgeEndpointType: 'PSTN', Uri: otherNumber }],
    },
  },
  bridgeToConnector: (arn: string, CallTimeoutSeconds = 10) => ({
    Type: 'CallAndBridge',
    Parameters: {
      CallerIdNumber: dialIn,
      CallTimeoutSeconds,
      Endpoints: [{ BridgeEndpointType: 'AWS', Arn: arn, Uri: 'support' }],
    },
  }),
  shortPause: { Type: 'Pause', Parameters: { DurationInMilliseconds: 1500 } },
  hangUp: { Type: 'Hangup', Parameters: { SipResponseCode: '0' } },
  hangUp480: { Type: 'Hangup', Parameters: { SipResponseCode: '480' } },
  play: { Type: 'PlayAudio', Parameters: { AudioSource: hello } },
  pause: { Type: 'Pause', Parameters: { DurationInMilliseconds: 20_000 } },
  getDigits: {
    Type: 'PlayAudioAndGetDigits',
    Parameters: {
      AudioSource: hello,
      FailureAudioSource: hello,
      MinNumberOfDigits: 4,
      MaxNumberOfDigits: 8,
      TerminatorDigits: ['#'],
      RepeatDurationInMilliseconds: 8000,
    },
  },
  receiveDigits: (leg: 'LEG-A' | 'LEG-B', regex: string) => ({
    Type: 'ReceiveDigits',
    Parameters: {
      CallId: leg,
      InputDigitsRegex: regex,
      InBetweenDigitsDurationInMilliseconds: 1000,
      FlushDigitsDurationInMilliseconds: 9000,
    },
  }),
  sendDigits: (digits: string) => ({
    Type: 'SendDigits',
    Parameters: { CallId: 'LEG-A', Digits: digits, ToneDurationInMilliseconds: 100 },
  }),
  recordAudio: {
    Type: 'RecordAudio',
    Parameters: {
      DurationInSeconds: 2,
      RecordingTerminators: ['#'],
      RecordingDestination: { Type: 'S3', BucketName: 'recordings', Prefix: 'box/' },
    },
  },
  recordCall: (leg: 'LEG-A' | 'LEG-B') => ({
    Type: 'StartCallRecording',
    Parameters: { CallId: leg, Track: 'BOTH', Destination: { Type: 'S3', Location: 'recordings/calls' } },
  }),
} as const;
