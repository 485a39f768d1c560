import type { SmaEvent } from '../shared/contracts/sma-event.ts';
import { maximumActions, maximumSpokenCharacters } from '../shared/contracts/sma-limits.ts';
import type { CallAndBridgeAction, SmaAction } from '../shared/contracts/sma-response.ts';
import { isE164 } from '../shared/domain/phone-number.ts';
import type { Logger } from '../shared/observability/logger.ts';
import type { CallState } from './call-state.ts';
import { describe } from './invocation.ts';
import { isJoiningFailed, otherSide } from './legs.ts';
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
    if (isMalformed(action)) return 'action-malformed';
    if (action.Type === 'JoinChimeMeeting' && isBridged) return 'joins-while-bridged';
    if (action.Type !== 'CallAndBridge') continue;
    if (isBridged) return 'bridges-while-bridged';
    if (action.Parameters.CallerIdNumber !== callerId) return 'caller-id-not-owned';
  }
  return undefined;
}

/** What comes from tables and services, and not from our own hands. The whole contract is held against every answer by tests. */
function isMalformed(action: SmaAction): boolean {
  switch (action.Type) {
    case 'Speak':
      return isUnspeakable(action.Parameters.Text);
    case 'SpeakAndGetDigits':
      return isUnspeakable(action.Parameters.SpeechParameters.Text);
    case 'CallAndBridge': {
      const { CallTimeoutSeconds: seconds = 30, Endpoints: endpoints } = action.Parameters;
      return !(seconds >= 1 && seconds <= 120) || endpoints.some((endpoint) => !isReachable(endpoint));
    }
    default:
      return false;
  }
}

function isReachable({
  BridgeEndpointType: type,
  Uri: uri,
}: CallAndBridgeAction['Parameters']['Endpoints'][number]): boolean {
  // A SIP user part as CallAndBridge takes it for AWS endpoints (call-and-bridge).
  return type === 'PSTN' ? isE164(uri) : /^[a-zA-Z0-9&=+$/%\-_!~*().]{1,30}$/.test(uri);
}

function isUnspeakable(text: string): boolean {
  return text === '' || text.length > maximumSpokenCharacters;
}
