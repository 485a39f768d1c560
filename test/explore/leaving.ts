import { callerLeg } from '../support/sma-event-builder.ts';
import { endsOf } from './action-ends.ts';
import { isDeserted, otherIsThere, type Call } from './call.ts';
import { hangupOf, otherId, type Notice } from './notice.ts';
import type { Reading } from './reading.ts';
import type { Parts } from './scenario.ts';

/** A call in which there is more to tell the function. */
export function told(call: Call, notice: Notice, parts: Parts): Call {
  return { ...call, pending: [...call.pending, parts.notices.id(notice)] };
}

/** The caller puts the receiver down. What runs ends with it, and is told before HANGUP or not at all. */
export function callerLeaves(call: Call, reading: Reading, parts: Parts): Call {
  const without: Call = { ...call, a: 'gone', armed: false, running: 0, superseded: false };
  const quiet = isDeserted(without) ? { ...without, waiting: [] } : without;
  const abandoned = abandonedAction(call, reading, parts);
  return told(abandoned === undefined ? quiet : told(quiet, abandoned, parts), hangupOf(callerLeg.CallId), parts);
}

/** The other side puts it down, or the meeting ends. */
export function otherLeaves(call: Call, parts: Parts): Call {
  return told(withoutOther(call), hangupOf(otherId(call.bId)), parts);
}

/** The other side's leg has ended. */
function withoutOther(call: Call): Call {
  const after: Call = { ...call, b: 'gone', bMeeting: 0, advisers: call.b === 'meeting' ? 0 : call.advisers };
  return isDeserted(after) ? { ...after, waiting: [], running: 0, superseded: false } : after;
}

/** A Hangup that the function asked for: what is told of it depends on who is left. */
export function hungUp(call: Call, leg: 'a' | 'b', actionId: number, reading: Reading, parts: Parts): Call {
  const wasMeeting = call.b === 'meeting';
  const legId = leg === 'a' ? callerLeg.CallId : otherId(call.bId);
  const [, ...waiting] = call.waiting;
  const ended: Call = leg === 'a' ? { ...call, a: 'gone', armed: false, waiting } : withoutOther({ ...call, waiting });
  if (isDeserted(ended)) return told({ ...ended, waiting: [] }, hangupOf(legId), parts);
  if (reading.HangupOfOneLeg === 'Hangup' && !(leg === 'b' && wasMeeting)) return told(ended, hangupOf(legId), parts);
  if (waiting.length > 0 && reading.MidListResults === 'LastAction') return ended;
  const tag = leg === 'a' ? 'LEG-A' : 'LEG-B';
  const action = parts.actions.at(actionId);
  const Parameters = { ...action?.Parameters, SipResponseCode: 0, CallId: legId, ParticipantTag: tag };
  return told(ended, { type: 'ACTION_SUCCESSFUL', legId, actionData: { Type: 'Hangup', Parameters } }, parts);
}

/** The leg that an action names, if it is still there. */
export function legOf(
  call: Call,
  parameters: { readonly CallId?: string | undefined; readonly ParticipantTag?: string | undefined },
): 'a' | 'b' | 'gone' {
  const { CallId: callId, ParticipantTag: tag } = parameters;
  const isOther = callId === undefined ? tag === 'LEG-B' : callId !== callerLeg.CallId;
  if (!isOther) return call.a === 'connected' ? 'a' : 'gone';
  return otherIsThere(call) && (callId === undefined || callId === otherId(call.bId)) ? 'b' : 'gone';
}

/** What is told of the action that the caller's leaving ended, if anything: nobody was reached by a CallAndBridge that was given up. */
function abandonedAction({ running }: Call, { AbandonedAction: how }: Reading, parts: Parts): Notice | undefined {
  const action = parts.actions.at(running);
  if (action === undefined || how === 'Nothing') return undefined;
  const data = { Type: action.Type, Parameters: { ...action.Parameters, CallId: callerLeg.CallId } };
  if (action.Type === 'CallAndBridge')
    return { type: 'ACTION_FAILED', actionData: { ...data, ErrorType: 'CallNotAnswered' } };
  if (how === 'Failed') return { type: 'ACTION_FAILED', actionData: { ...data, ErrorType: 'SystemException' } };
  const [usual] = endsOf(action);
  const result =
    action.Type === 'SpeakAndGetDigits' ? { ReceivedDigits: '' } : usual?.kind === 'done' ? usual.result : {};
  return { type: 'ACTION_SUCCESSFUL', actionData: { ...data, ...result } };
}
