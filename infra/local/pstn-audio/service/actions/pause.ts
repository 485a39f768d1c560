import { failedAction, finishedAction, type RunningAction } from '../action-result.ts';
import type { CallControl } from '../call-control.ts';

/** Not carried out yet. */
export function pause(parameters: Readonly<Record<string, unknown>>, _control: CallControl): RunningAction {
  return finishedAction(failedAction(parameters, 'SystemException', 'The local PSTN Audio does not do this yet.'));
}
