import { smaEventSchema, type SmaEvent } from '../shared/contracts/sma-event.ts';
import { smaSchemaVersion, type SmaResponse } from '../shared/contracts/sma-response.ts';
import type { Plan } from '../shared/domain/routing/plan.ts';
import type { Logger } from '../shared/observability/logger.ts';
import type { MeetingRequest, Meetings } from '../shared/ports/meetings.ts';
import type { Timers } from '../shared/ports/timers.ts';
import { withinTime } from '../shared/within-time.ts';
import { hangup } from './actions/hangup.ts';
import { next } from './call-flow.ts';
import { readState, writeState, type CallState } from './call-state.ts';
import type { FlowInput, Route, Step } from './step.ts';
import { meetingBudgetMs } from './time-limits.ts';

export interface SmaServices {
  /** Decides where a call that begins goes. */
  readonly route: (event: SmaEvent) => Promise<Route>;
  readonly meetings: Meetings;
  readonly timers: Timers;
  /** Taken when `route` fails in a way that nobody foresaw. */
  readonly defaultPlan: Plan;
  readonly log: Logger;
}

/** The function of a SIP media application. It always answers, and always with something PSTN Audio takes. */
export function createSmaHandler(services: SmaServices): (event: unknown) => Promise<SmaResponse> {
  return async (received) => {
    const read = smaEventSchema.safeParse(received);
    if (!read.success) return answerTheUnreadable(services.log, read.error);
    const event = read.data;
    const state = readState(event.CallDetails.TransactionAttributes);
    const step = await answer(state, event, services);
    logStep(services.log, event, step);
    return {
      SchemaVersion: smaSchemaVersion,
      Actions: [...step.actions],
      TransactionAttributes: writeState(step.state),
    };
  };
}

type Answer = Extract<Step, { kind: 'respond' }>;

async function answer(state: CallState, event: SmaEvent, services: SmaServices): Promise<Answer> {
  const begins = event.InvocationEventType === 'NEW_INBOUND_CALL';
  try {
    const input: FlowInput = begins
      ? { kind: 'event', event, route: await services.route(event) }
      : { kind: 'event', event };
    return await run(state, input, services);
  } catch (error) {
    // Whatever went wrong, the caller is on the line: the default destination needs no look-up.
    services.log.error('unexpected-exception', error, describe(event));
    return run(
      state,
      begins ? { kind: 'event', event, route: { plan: services.defaultPlan } } : { kind: 'event', event },
      services,
    );
  }
}

/** Takes steps until there is a response, opening and closing meetings on the way. Ends: each round uses up an attempt. */
async function run(initial: CallState, first: FlowInput, services: SmaServices): Promise<Answer> {
  let step = next(initial, first);
  for (;;) {
    if (step.closeMeeting !== undefined) await services.meetings.close(step.closeMeeting);
    if (step.kind === 'respond') return step;
    step = next(step.state, await openMeeting(step.request, first.event, services));
  }
}

async function openMeeting(
  request: MeetingRequest,
  event: SmaEvent,
  { meetings, timers, log }: SmaServices,
): Promise<FlowInput> {
  try {
    const opened = await withinTime(timers, meetingBudgetMs, meetings.open(request));
    if (opened.kind === 'inTime') return { kind: 'meetingOpened', event, meeting: opened.value };
    // One that opens after all is empty, and ends by itself.
    log.warn('meeting-unavailable', { ...describe(event), code: 'late' });
  } catch (error) {
    log.error('meeting-unavailable', error, describe(event));
  }
  return { kind: 'meetingFailed', event };
}

/** Not even an event: there is no telling who is on which leg, so the call is ended rather than left in silence. */
function answerTheUnreadable(log: Logger, error: unknown): SmaResponse {
  log.error('event-unreadable', error);
  return { SchemaVersion: smaSchemaVersion, Actions: [hangup()] };
}

function describe(event: SmaEvent): { transactionId: string; sequence: number; invocationEventType: string } {
  return {
    transactionId: event.CallDetails.TransactionId,
    sequence: event.Sequence,
    invocationEventType: event.InvocationEventType,
  };
}

function logStep(log: Logger, event: SmaEvent, { state }: Answer): void {
  const trying =
    state.phase === 'trying' ? { destinationKind: state.current.kind, destinationId: state.current.id } : {};
  const facts =
    'facts' in state && state.facts !== undefined
      ? { ruleId: state.facts.ruleId, tableVersion: state.facts.tableVersion }
      : {};
  log.info('invocation-answered', {
    ...describe(event),
    ...trying,
    ...facts,
    outcome: state.phase,
    code: event.ActionData?.ErrorType,
  });
}
