import type { SmaEvent } from '../shared/contracts/sma-event.ts';
import { maximumActions, smaActionSchema } from '../shared/contracts/sma-response.ts';
import type { Logger } from '../shared/observability/logger.ts';
import type { CallState } from './call-state.ts';
import { describe } from './invocation.ts';
import { otherSide } from './legs.ts';
import { rescue, type RescueServices } from './rescue.ts';
import { telling, type Answer } from './step.ts';

/** What an answer must never be, whatever led to it. */
export type BrokenRule =
  'too-many-actions' | 'action-malformed' | 'caller-id-not-owned' | 'joins-while-bridged' | 'bridges-while-bridged';

/**
 * The answer, unless it breaks a rule that PSTN Audio, or an operator's bill, would make us pay for. None is ever broken, as far as
 * anyone has found; the one that is nevertheless is counted, and does not go out.
 */
export function guarded(
  answer: Answer,
  before: CallState,
  event: SmaEvent,
  services: RescueServices & { readonly log: Logger },
): Answer {
  const rule = brokenRule(answer, event);
  if (rule === undefined) return answer;
  services.log.warn('invariant-breached', { ...describe(event), code: rule });
  return telling(rescue(before, event, services), ...(answer.happenings ?? []), { kind: 'breached', rule });
}

function brokenRule({ actions, state }: Answer, event: SmaEvent): BrokenRule | undefined {
  if (actions.length > maximumActions) return 'too-many-actions';
  const callerId = 'facts' in state ? state.facts?.callerId : undefined;
  const isBridged = otherSide(event) !== undefined && event.InvocationEventType !== 'HANGUP' && !isJoiningFailed(event);
  for (const action of actions) {
    if (!smaActionSchema.safeParse(action).success) return 'action-malformed';
    if (action.Type === 'JoinChimeMeeting' && isBridged) return 'joins-while-bridged';
    if (action.Type !== 'CallAndBridge') continue;
    if (isBridged) return 'bridges-while-bridged';
    if (action.Parameters.CallerIdNumber !== callerId) return 'caller-id-not-owned';
  }
  return undefined;
}

/** Whoever is listed then was rung, and never joined. */
function isJoiningFailed({ InvocationEventType: type, ActionData }: SmaEvent): boolean {
  return type === 'ACTION_FAILED' && (ActionData?.Type === 'CallAndBridge' || ActionData?.Type === 'JoinChimeMeeting');
}
