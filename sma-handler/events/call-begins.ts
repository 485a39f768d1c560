import type { SmaEvent } from '../../shared/contracts/sma-event.ts';
import { parseCallContextId } from '../../shared/domain/call-context-id.ts';
import type { CallState } from '../call-state.ts';
import { carryOn } from '../endings.ts';
import type { Step } from '../step.ts';

/** Somebody dials: where do they go? */
export function afterNewInboundCall(): Step {
  return { kind: 'route', state: { phase: 'new' }, wish: { kind: 'inbound' } };
}

/** A caller is being called back. The id of their context comes in this event only, and is kept for CALL_ANSWERED. */
export function afterNewOutboundCall(event: SmaEvent): Step {
  const contextId = argumentsOf(event)['callContextId'];
  return carryOn({
    phase: 'callingBack',
    ...(typeof contextId === 'string' && parseCallContextId(contextId) !== undefined ? { contextId } : {}),
  });
}

/** Somebody has answered a call of ours: a person, or their voicemail. */
export function afterCallAnswered(state: CallState): Step {
  if (state.phase !== 'callingBack' && state.phase !== 'new') return carryOn(state);
  const contextId = state.phase === 'callingBack' ? state.contextId : undefined;
  return { kind: 'route', state, wish: { kind: 'callback', ...(contextId === undefined ? {} : { contextId }) } };
}

/** Of CreateSipMediaApplicationCall or UpdateSipMediaApplicationCall. */
function argumentsOf({ ActionData }: SmaEvent): Readonly<Record<string, unknown>> {
  const given: unknown = ActionData?.Parameters?.['Arguments'];
  return typeof given === 'object' && given !== null ? (given as Record<string, unknown>) : {};
}
