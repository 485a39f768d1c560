import type { Behavior } from '../config/behavior.ts';
import { failedAction, systemError, type ActionResult } from './action-result.ts';
import { reportingActions } from './actions/action-traits.ts';
import type { FinishedAction } from './action-list.ts';
import type { Happening } from './invocation/invocation-event.ts';
import { isMeeting } from './legs/leg.ts';

export interface ListState {
  /** Actions that wait behind the one that has finished. */
  readonly hasMore: boolean;
  /** Whether anybody is still there. */
  readonly anyoneConnected: boolean;
  readonly behavior: Pick<Behavior, 'MidListResults' | 'AbandonedAction' | 'HangupOfOneLeg'>;
}

/** What the function is told of an action that is over, if anything. */
export function resultOfAction(finished: FinishedAction, state: ListState): Happening | undefined {
  const { action, result, ending } = finished;
  const actionType = action.Type;
  if (ending === 'abandoned') return abandoned(finished, state);
  // Told for information only (update-sip-call). What there is to tell of a recording that was cut short is told with it.
  if (ending === 'interrupted') return { type: 'ACTION_INTERRUPTED', actionType, result };
  if (result.kind === 'failed') return { type: 'ACTION_FAILED', actionType, result };
  if (actionType === 'Hangup' && isToldByHangup(finished, state)) return undefined;
  if (state.hasMore && !reportsInMidList(finished, state)) return undefined;
  return { type: 'ACTION_SUCCESSFUL', actionType, result };
}

/** A Hangup of the last leg is told by HANGUP alone, as was seen of AWS; that of a meeting, while another lives, never. */
function isToldByHangup({ leg }: FinishedAction, { anyoneConnected, behavior }: ListState): boolean {
  if (!anyoneConnected) return true;
  return behavior.HangupOfOneLeg === 'Hangup' && !(leg !== undefined && isMeeting(leg));
}

function reportsInMidList({ action }: FinishedAction, { behavior }: ListState): boolean {
  return behavior.MidListResults === 'ReportingActions' && reportingActions.includes(action.Type);
}

/**
 * The leg has gone while the action ran: handlers are written for an ACTION event whose participant is Disconnected already,
 * before HANGUP. What the action came to by itself stands: nobody was reached by a CallAndBridge that was given up.
 */
function abandoned({ action, result }: FinishedAction, { behavior }: ListState): Happening | undefined {
  const actionType = action.Type;
  if (behavior.AbandonedAction === 'Nothing') return undefined;
  if (result.kind === 'failed') return { type: 'ACTION_FAILED', actionType, result };
  return behavior.AbandonedAction === 'Successful'
    ? { type: 'ACTION_SUCCESSFUL', actionType, result }
    : { type: 'ACTION_FAILED', actionType, result: asFailed(result) };
}

function asFailed({ parameters, outcome }: ActionResult): ActionResult {
  return failedAction(parameters, systemError, outcome);
}
