import { calleeLeg, callerLeg, connected, disconnected } from '../../support/sma-event-builder.ts';
import { BenchCall, bothLegs, callerAlone, type BenchInvocation } from './bench-call.ts';
import type { SmaBench } from './sma-bench.ts';

/** A call played through to its end: whatever the function answers is reported on. */
export type PlayedCall = (bench: SmaBench) => Promise<readonly BenchInvocation[]>;

/** A meeting is waited in; nobody comes. */
const mostTurns = 12;

/** The first attempt is not answered, the second is; the other side hangs up first. */
const skillCall: PlayedCall = async (bench) => {
  const call = await begunBySkill(bench, 'billing');
  await toTheBridge(call, { answeredAt: 2 });
  await endedByCallee(call);
  return call.invocations;
};

const callerLeaves: PlayedCall = async (bench) => {
  const call = await begunBySkill(bench, 'lost-card');
  await call.tell({ type: 'HANGUP', participants: [disconnected(callerLeg)], actionData: hungUp('LEG-A') });
  return call.invocations;
};

/** Nobody answers at all: to the last words. */
const nobodyAnswers: PlayedCall = async (bench) => {
  const call = await begunBySkill(bench, 'branch-visit');
  await toTheBridge(call, { answeredAt: Infinity });
  return call.invocations;
};

/** Somebody dials the number: a menu, if the function has one, and its first key. */
const plainCall: PlayedCall = async (bench) => {
  const call = new BenchCall(bench);
  await call.tell({ type: 'NEW_INBOUND_CALL' });
  await toTheBridge(call, { answeredAt: 1 });
  await endedByCallee(call);
  return call.invocations;
};

/** A callback: the context's id is in the arguments of the call. */
const callback: PlayedCall = async (bench) => {
  const callContextId = await bench.storeContext('billing');
  const call = new BenchCall(bench);
  const outbound = { ...callerLeg, Direction: 'Outbound' as const };
  const actionData = { Type: 'CallCreateRequest', Parameters: { Arguments: { callContextId } } };
  await call.tell({ type: 'NEW_OUTBOUND_CALL', participants: [outbound], actionData });
  await call.tell({ type: 'RINGING', participants: [outbound] });
  await call.tell({ type: 'CALL_ANSWERED', participants: [connected(outbound)] });
  await toTheBridge(call, { answeredAt: 1 });
  await endedByCallee(call);
  return call.invocations;
};

/** In a meeting, where nobody joins in time. */
const meeting: PlayedCall = async (bench) => {
  const call = await begunBySkill(bench, 'mortgage');
  await toTheBridge(call, { answeredAt: 1 });
  return call.invocations;
};

/** What AWS may send at any time, or one day. */
const oddEvents: PlayedCall = async (bench) => {
  const call = await begunBySkill(bench, 'billing');
  await call.report('ACTION_SUCCESSFUL', {}, bothLegs);
  for (const type of ['ACTION_INTERRUPTED', 'DIGITS_RECEIVED', 'SOMETHING_NEW'])
    await call.tell({ type, participants: bothLegs, actionData: { Type: 'ReceiveDigits', ReceivedDigits: '9' } });
  const forged = { Type: 'CallUpdateRequest', Parameters: { Arguments: { command: 'hangUp', signature: 'a.forged' } } };
  await call.tell({ type: 'CALL_UPDATE_REQUESTED', participants: bothLegs, actionData: forged });
  await call.tell({ type: 'INVALID_LAMBDA_RESPONSE', participants: bothLegs });
  return call.invocations;
};

export const playedCalls = { skillCall, callerLeaves, nobodyAnswers, plainCall, callback, oddEvents } as const;
export const meetingCall = meeting;

async function begunBySkill(bench: SmaBench, reasonId: string): Promise<BenchCall> {
  const headers = bench.skillCallHeaders(await bench.storeContext(reasonId));
  const call = new BenchCall(bench);
  await call.tell({ type: 'NEW_INBOUND_CALL', sipHeaders: headers });
  return call;
}

/** Presses 1 when asked, and lets nobody answer before the bridge of that number; until nothing is left to report on. */
async function toTheBridge(call: BenchCall, { answeredAt }: { readonly answeredAt: number }): Promise<void> {
  let bridges = 0;
  for (let turn = 0; turn < mostTurns; turn += 1) {
    switch (call.lastAction?.Type) {
      case undefined:
      case 'Hangup':
        return;
      case 'SpeakAndGetDigits':
        await call.report('ACTION_SUCCESSFUL', { ReceivedDigits: '1' });
        break;
      case 'CallAndBridge':
        bridges += 1;
        if (bridges >= answeredAt) {
          await call.report('ACTION_SUCCESSFUL', {}, bothLegs);
          return;
        }
        await call.report('ACTION_FAILED', { ErrorType: 'CallNotAnswered', ErrorMessage: 'Call not answered' });
        break;
      default:
        await call.report('ACTION_SUCCESSFUL');
    }
  }
}

async function endedByCallee(call: BenchCall): Promise<void> {
  const left = [...callerAlone, disconnected(calleeLeg)];
  await call.tell({ type: 'HANGUP', participants: left, actionData: hungUp('LEG-B') });
  // Asked whether they want to be put through again, say, or simply hung up on.
  await toTheBridge(call, { answeredAt: 1 });
  const nobody = [disconnected(callerLeg), disconnected(calleeLeg)];
  await call.tell({ type: 'HANGUP', participants: nobody, actionData: hungUp('LEG-A') });
}

function hungUp(tag: 'LEG-A' | 'LEG-B'): { Type: string; Parameters: Record<string, unknown> } {
  const { CallId } = tag === 'LEG-A' ? callerLeg : calleeLeg;
  return { Type: 'Hangup', Parameters: { SipResponseCode: 0, CallId, ParticipantTag: tag } };
}
