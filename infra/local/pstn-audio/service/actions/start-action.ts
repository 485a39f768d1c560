import type { ActionResult, RunningAction } from '../action-result.ts';
import { legOf, type CallControl } from '../call-control.ts';
import type { RequestedAction } from '../invocation/read-response.ts';
import { callAndBridge } from './call-and-bridge.ts';
import { hangup } from './hangup.ts';
import { joinChimeMeeting } from './join-chime-meeting.ts';
import { recordAudio } from './record-audio.ts';
import { speak } from './speak.ts';

type StartAction = (parameters: Readonly<Record<string, unknown>>, control: CallControl) => RunningAction;

const starters: Readonly<Record<RequestedAction['Type'], StartAction>> = {
  CallAndBridge: callAndBridge,
  Hangup: hangup,
  JoinChimeMeeting: joinChimeMeeting,
  RecordAudio: recordAudio,
  Speak: speak,
};

/**
 * Actions that are reported even in the middle of a list, as the authors of AWS's workshop describe; the others
 * only when they end it.
 */
const reportedAtOnce: readonly RequestedAction['Type'][] = [
  'CallAndBridge',
  'Hangup',
  'JoinChimeMeeting',
  'RecordAudio',
];

/** Starts an action. One that breaks down within the service ends as SystemException: the function decides what is next. */
export function startAction({ Type, Parameters }: RequestedAction, control: CallControl): RunningAction {
  const brokenDown = (): ActionResult => ({
    kind: 'failed',
    parameters: { ...Parameters, CallId: legOf(control, Parameters)?.description.callId },
    errorType: 'SystemException',
    errorMessage: 'The action could not be carried out.',
  });
  try {
    const { done, abort } = starters[Type](Parameters, control);
    return { done: done.catch(brokenDown), abort };
  } catch {
    return { done: Promise.resolve(brokenDown()), abort: () => undefined };
  }
}

export function isReportedAtOnce({ Type }: RequestedAction): boolean {
  return reportedAtOnce.includes(Type);
}
