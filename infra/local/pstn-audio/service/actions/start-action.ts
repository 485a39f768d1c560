import type { SmaActionType } from '../../../../../shared/contracts/sma-action-types.ts';
import {
  failedAction,
  finishedAction,
  refusedParameter,
  systemError,
  type ActionResult,
  type RunningAction,
} from '../action-result.ts';
import { normalisedParameters } from './parameters.ts';
import { legOf, type CallControl } from '../call-control.ts';
import type { RequestedAction } from '../invocation/read-response.ts';
import { callAndBridge } from './call-and-bridge.ts';
import { hangup } from './hangup.ts';
import { joinChimeMeeting } from './join-chime-meeting.ts';
import { modifyChimeMeetingAttendees } from './modify-chime-meeting-attendees.ts';
import { pause } from './pause.ts';
import { pauseCallRecording } from './pause-call-recording.ts';
import { playAudio } from './play-audio.ts';
import { playAudioAndGetDigits } from './play-audio-and-get-digits.ts';
import { receiveDigits } from './receive-digits.ts';
import { recordAudio } from './record-audio.ts';
import { resumeCallRecording } from './resume-call-recording.ts';
import { sendDigits } from './send-digits.ts';
import { speak } from './speak.ts';
import { speakAndGetDigits } from './speak-and-get-digits.ts';
import { startBotConversation } from './start-bot-conversation.ts';
import { startCallRecording } from './start-call-recording.ts';
import { stopCallRecording } from './stop-call-recording.ts';
import { voiceFocus } from './voice-focus.ts';

type Parameters = Readonly<Record<string, unknown>>;
type StartAction = (parameters: Parameters, control: CallControl) => RunningAction;

const starters: Readonly<Record<SmaActionType, StartAction>> = {
  CallAndBridge: callAndBridge,
  Hangup: hangup,
  JoinChimeMeeting: joinChimeMeeting,
  ModifyChimeMeetingAttendees: modifyChimeMeetingAttendees,
  Pause: pause,
  PauseCallRecording: pauseCallRecording,
  PlayAudio: playAudio,
  PlayAudioAndGetDigits: playAudioAndGetDigits,
  ReceiveDigits: receiveDigits,
  RecordAudio: recordAudio,
  ResumeCallRecording: resumeCallRecording,
  SendDigits: sendDigits,
  Speak: speak,
  SpeakAndGetDigits: speakAndGetDigits,
  StartBotConversation: startBotConversation,
  StartCallRecording: startCallRecording,
  StopCallRecording: stopCallRecording,
  VoiceFocus: voiceFocus,
};

/** Actions that name their leg by CallId and have no other: none is filled in for them. */
const namesItsLeg: readonly SmaActionType[] = [
  'PauseCallRecording',
  'ResumeCallRecording',
  'SendDigits',
  'StartCallRecording',
  'StopCallRecording',
  'VoiceFocus',
];

/**
 * Starts an action. One for a leg that has ended is refused in the words of the pages of the actions (play-audio and others); one
 * that breaks down within the service ends as SystemException. What is refused comes back as what succeeds does: with the leg's CallId,
 * and numbers as numbers. The function decides what is next.
 */
export function startAction({ Type, Parameters }: RequestedAction, control: CallControl): RunningAction {
  const given = normalisedParameters(Parameters);
  const isNamed = !namesItsLeg.includes(Type) || given['CallId'] !== undefined;
  const leg = isNamed ? legOf(control, given) : undefined;
  const callId = leg === undefined ? {} : { CallId: leg.description.callId };
  const filledIn = (parameters: Parameters): Parameters => ({ ...callId, ...normalisedParameters(parameters) });
  if (leg?.connected === false) return refusedParameter({ ...given, ...callId }, 'CallId');
  const brokenDown = (error: unknown): ActionResult =>
    failedAction({ ...given, ...callId }, { ...systemError, note: String(error) });
  const givenBack = (result: ActionResult): ActionResult =>
    result.kind === 'failed' ? { ...result, parameters: filledIn(result.parameters) } : result;
  try {
    const { done, abort } = starters[Type](Parameters, control);
    return { done: done.then(givenBack, brokenDown), abort };
  } catch (error) {
    return finishedAction(brokenDown(error));
  }
}
