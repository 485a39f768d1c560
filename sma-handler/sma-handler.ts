import type { SmaEvent } from '../shared/contracts/sma-event.ts';
import { smaSchemaVersion } from '../shared/contracts/sma-limits.ts';
import type { SmaResponse } from '../shared/contracts/sma-response.ts';
import type { Logger } from '../shared/observability/logger.ts';
import type { CallCommandSigner } from '../shared/ports/call-commands.ts';
import { hangup } from './actions/hangup.ts';
import { recordsWithinLimit, withinAttributeLimit } from './attribute-limit.ts';
import { keepRecords, type AnsweredEvent, type RecordServices } from './bookkeeping.ts';
import type { CallState } from './call-state.ts';
import { carryOut, type EffectServices } from './carry-out.ts';
import { closeMeeting } from './effects/open-meeting.ts';
import { refreshTables } from './effects/refresh.ts';
import { apologise } from './endings.ts';
import { EarlyRecords } from './early-records.ts';
import { givenTime } from './given-time.ts';
import { guarded } from './guard.ts';
import { InvocationTime } from './invocation-time.ts';
import { describe, type Invocation } from './invocation.ts';
import type { KnownTables } from './routing/known-tables.ts';
import { readEvent } from './read-event.ts';
import { rescue } from './rescue.ts';
import { changesNothing, type Answer, type FlowInput } from './step.ts';
import { commandKeysBudgetMs } from './time-limits.ts';
import { readRecords, readState, writeState } from './transaction-attributes.ts';

export type SmaServices = EffectServices &
  RecordServices & {
    readonly tables: KnownTables;
    /** Absent: there are no keys to check commands by, and none is obeyed. */
    readonly commands?: Pick<CallCommandSigner, 'ready' | 'check'>;
  };

/** The function of a SIP media application. It always answers, and always with something PSTN Audio takes. */
export function createSmaHandler(services: SmaServices): (event: unknown) => Promise<SmaResponse> {
  return async (received) => {
    const read = readEvent(received);
    if (read.kind === 'unreadable') return answerTheUnreadable(services.log, read.error);
    const { event } = read;
    if (event.InvocationEventType === 'INVALID_LAMBDA_RESPONSE')
      services.log.warn('response-refused', { ...describe(event), code: event.ErrorType });
    const invocation: Invocation = { event, time: new InvocationTime(services.clock) };
    const before = readState(event.CallDetails.TransactionAttributes);
    // What the caller waits for is asked for first.
    const answering = answered(before, invocation, services);
    const early = new EarlyRecords(before, invocation, services);
    const given = await answering;
    const answer = guarded(given, before, event, services);
    if (answer !== given) await closed(answer, invocation, services);
    const isIdle = isAnswerUnheard(event, answer);
    const areEarlierWritten = await early.settled();
    const records = await recordsOf({ before, answer, invocation, isIdle, areEarlierWritten }, services);
    if (nobodyWaits(event, answer)) await refreshTables(invocation, services);
    if (changesNothing(answer, before) && (records === '' || !tells(answer)))
      return { SchemaVersion: smaSchemaVersion, Actions: [] };
    const kept = recordsWithinLimit(answer.state, records);
    const state = withinAttributeLimit(answer.state, kept);
    if (state !== answer.state) services.log.warn('plan-cut', { ...describe(event), code: 'attributes-too-large' });
    return {
      SchemaVersion: smaSchemaVersion,
      Actions: [...answer.actions],
      TransactionAttributes: writeState(state, kept),
    };
  };
}

async function answered(state: CallState, invocation: Invocation, services: SmaServices): Promise<Answer> {
  const { event } = invocation;
  try {
    return await carryOut(state, await firstInput(invocation, services), invocation, services);
  } catch (error) {
    services.log.error('unexpected-exception', error, describe(event));
    return closed(rescued(state, event, services), invocation, services);
  }
}

function rescued(state: CallState, event: SmaEvent, services: SmaServices): Answer {
  try {
    return rescue(state, event, services);
  } catch (error) {
    services.log.error('unexpected-exception', error, describe(event));
    return apologise(event, undefined);
  }
}

async function closed(answer: Answer, invocation: Invocation, services: SmaServices): Promise<Answer> {
  if (answer.closeMeeting !== undefined) await closeMeeting(answer.closeMeeting, invocation, services);
  return answer;
}

async function firstInput({ event, time }: Invocation, { commands, clock, timers }: SmaServices): Promise<FlowInput> {
  if (event.InvocationEventType !== 'CALL_UPDATE_REQUESTED' || commands === undefined) return { kind: 'event', event };
  const received: unknown = event.ActionData?.Parameters?.['Arguments'];
  await givenTime(timers, time.left(commandKeysBudgetMs), (signal) => commands.ready(received, signal));
  const check = commands.check(event.CallDetails.TransactionId, received, clock.now());
  return { kind: 'commanded', event, check };
}

/** Whether there is anything in the record of it that nobody else tells. */
function tells({ happenings = [] }: Answer): boolean {
  return happenings.length > 0;
}

/** Whatever is wrong with what is kept of a call, its answer goes out. */
async function recordsOf(answered: AnsweredEvent, services: SmaServices): Promise<string> {
  try {
    return await keepRecords(answered, services);
  } catch (error) {
    const { event } = answered.invocation;
    services.log.error('unexpected-exception', error, describe(event));
    return readRecords(event.CallDetails.TransactionAttributes);
  }
}

/** Not even an event: there is no telling who is on which leg, so the call is ended rather than left in silence. */
function answerTheUnreadable(log: Logger, error: unknown): SmaResponse {
  log.error('event-unreadable', error);
  return { SchemaVersion: smaSchemaVersion, Actions: [hangup()] };
}

/** Whatever runs goes on without waiting for the answer; it is only in mid-list that the next action may wait. */
function isAnswerUnheard({ InvocationEventType: type }: SmaEvent, { state, actions }: Answer): boolean {
  return actions.length === 0 && (type !== 'ACTION_SUCCESSFUL' || state.phase === 'connected');
}

/** The two sides are talking, or the last one has gone: there is time for what is not for this call. */
function nobodyWaits({ InvocationEventType: type }: SmaEvent, { state, actions }: Answer): boolean {
  if (actions.length > 0) return false;
  return type === 'HANGUP' || (type === 'ACTION_SUCCESSFUL' && state.phase === 'connected');
}
