import type { RunningAction } from '../action-result.ts';
import type { CallControl } from '../call-control.ts';
import type { RequestedAction } from '../invocation/read-response.ts';
import { callAndBridge } from './call-and-bridge.ts';
import { hangup } from './hangup.ts';
import { joinChimeMeeting } from './join-chime-meeting.ts';
import { speak } from './speak.ts';

type StartAction = (parameters: Readonly<Record<string, unknown>>, control: CallControl) => RunningAction;

const starters: Readonly<Record<RequestedAction['Type'], StartAction>> = {
  CallAndBridge: callAndBridge,
  Hangup: hangup,
  JoinChimeMeeting: joinChimeMeeting,
  Speak: speak,
};

/**
 * Actions that are reported even in the middle of a list, as the authors of AWS's workshop describe; the others
 * only when they end it.
 */
const reportedAtOnce: readonly RequestedAction['Type'][] = ['CallAndBridge', 'Hangup', 'JoinChimeMeeting'];

export function startAction({ Type, Parameters }: RequestedAction, control: CallControl): RunningAction {
  return starters[Type](Parameters, control);
}

export function isReportedAtOnce({ Type }: RequestedAction): boolean {
  return reportedAtOnce.includes(Type);
}
