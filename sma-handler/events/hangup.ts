import type { SmaEvent } from '../../shared/contracts/sma-event.ts';
import { assertNever } from '../../shared/domain/assert-never.ts';
import type { Happening } from '../../shared/domain/call-flow/happening.ts';
import type { CallState } from '../call-state.ts';
import { afterOtherSideLeft } from '../conversation.ts';
import { carryOn, hangUpEveryone } from '../endings.ts';
import { callerHasLeft, connectedLegs, endedLeg } from '../legs.ts';
import { returnInVain } from '../rejoining.ts';
import { telling, type Step, type World } from '../step.ts';
import { afterLeaving, afterMeetingEnded } from '../waiting.ts';
import { afterCallerLeft } from './caller-left.ts';

/**
 * A leg ended. AWS leaves the other one up until the function hangs it up: whoever stayed would listen
 * to silence, and the call would be billed.
 */
export function afterHangup(state: CallState, event: SmaEvent, world: World): Step {
  const { isCaller, callId } = endedLeg(event);
  const code = Number(event.ActionData?.Parameters?.['SipResponseCode']);
  const ended: Happening = {
    kind: 'legEnded',
    leg: isCaller ? 'LEG-A' : 'LEG-B',
    ...(Number.isInteger(code) ? { sipResponseCode: code } : {}),
  };
  const step =
    isCaller || callerHasLeft(event) ? afterCallerLeft(state, event) : afterOtherLegEnded(state, event, world, callId);
  return telling(step, ended);
}

/** The caller is still there. */
function afterOtherLegEnded(state: CallState, event: SmaEvent, world: World, gone: string | undefined): Step {
  // News of somebody who was rung before: whoever is on the line now is not concerned.
  const others = connectedLegs(event).filter(
    ({ ParticipantTag, CallId }) => ParticipantTag === 'LEG-B' && CallId !== gone,
  );
  if (others.length > 0) return carryOn(state);
  switch (state.phase) {
    case 'connected':
      return afterOtherSideLeft(state, event, gone);
    case 'waiting':
      return afterMeetingEnded(state, event, world);
    case 'rejoining':
      return returnInVain(state, event, gone);
    case 'leaving':
      return afterLeaving(state, event, world);
    case 'trying':
    case 'choosing':
    case 'confirming':
    case 'consenting':
    case 'offering':
    case 'surveying':
    case 'parting':
    case 'apologising':
      // Something is being done for the caller already, whose result is still to come.
      return carryOn(state);
    case 'callingBack':
    case 'new':
    case 'ended':
      return hangUpEveryone(state, event, gone);
    default:
      return assertNever(state);
  }
}
