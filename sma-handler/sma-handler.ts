import { smaEventSchema, type SmaEvent } from '../shared/contracts/sma-event.ts';
import { smaSchemaVersion, type SmaResponse } from '../shared/contracts/sma-response.ts';
import type { Plan } from '../shared/domain/routing/plan.ts';
import type { Logger } from '../shared/observability/logger.ts';
import { hangup } from './actions/hangup.ts';
import { withinAttributeLimit } from './attribute-limit.ts';
import { next } from './call-flow.ts';
import type { CallState } from './call-state.ts';
import { lookUp, type LookUpServices } from './effects/look-up.ts';
import { closeMeeting, openMeeting, type MeetingServices } from './effects/open-meeting.ts';
import { refreshTables } from './effects/refresh.ts';
import { InvocationTime } from './invocation-time.ts';
import { describe, type Invocation } from './invocation.ts';
import type { KnownTables } from './routing/known-tables.ts';
import { withoutVoicemail } from './routing/without-voicemail.ts';
import type { FlowInput, Route, Step, World } from './step.ts';
import { readState, writeState } from './transaction-attributes.ts';

export interface SmaServices extends MeetingServices, LookUpServices {
  /** Decides where a call that begins goes. */
  readonly route: (event: SmaEvent) => Promise<Route>;
  readonly tables: KnownTables;
  readonly world: World;
  /** Taken when `route` fails in a way that nobody foresaw. */
  readonly defaultPlan: Plan;
}

/** The function of a SIP media application. It always answers, and always with something PSTN Audio takes. */
export function createSmaHandler(services: SmaServices): (event: unknown) => Promise<SmaResponse> {
  return async (received) => {
    const read = smaEventSchema.safeParse(received);
    if (!read.success) return answerTheUnreadable(services.log, read.error);
    const event = read.data;
    const invocation = { event, time: new InvocationTime(services.clock) };
    const step = await answer(readState(event.CallDetails.TransactionAttributes), invocation, services);
    const state = withinAttributeLimit(step.state);
    if (state !== step.state) services.log.warn('plan-cut', { ...describe(event), code: 'attributes-too-large' });
    logStep(services.log, event, state);
    if (nobodyWaits(event, step)) await refreshTables(invocation, services);
    return {
      SchemaVersion: smaSchemaVersion,
      Actions: [...step.actions],
      TransactionAttributes: writeState(state),
    };
  };
}

type Answer = Extract<Step, { kind: 'respond' }>;

async function answer(state: CallState, invocation: Invocation, services: SmaServices): Promise<Answer> {
  const { event } = invocation;
  const begins = event.InvocationEventType === 'NEW_INBOUND_CALL';
  try {
    const input: FlowInput = begins
      ? { kind: 'event', event, route: await routed(event, services) }
      : { kind: 'event', event };
    return await run(state, input, invocation, services);
  } catch (error) {
    // Whatever went wrong, the caller is on the line: the default destination needs no look-up.
    services.log.error('unexpected-exception', error, describe(event));
    return run(
      state,
      begins ? { kind: 'event', event, route: { plan: services.defaultPlan } } : { kind: 'event', event },
      invocation,
      services,
    );
  }
}

async function routed(event: SmaEvent, { route, world, log, defaultPlan }: SmaServices): Promise<Route> {
  const decided = await route(event);
  const { plan } = decided;
  if (world.voicemailBucket !== undefined || !plan.attempts.some(({ kind }) => kind === 'voicemail')) return decided;
  log.warn('voicemail-passed-over', { ...describe(event), code: 'voicemail-bucket-missing' });
  return { ...decided, plan: withoutVoicemail(plan, defaultPlan) };
}

/** Takes steps until there is a response, with what they ask for on the way. Ends: each round uses up an attempt. */
async function run(
  initial: CallState,
  first: FlowInput,
  invocation: Invocation,
  services: SmaServices,
): Promise<Answer> {
  let step = next(initial, first, services.world);
  for (;;) {
    if (step.closeMeeting !== undefined) await closeMeeting(step.closeMeeting, invocation, services);
    if (step.kind === 'respond') return step;
    const came =
      step.kind === 'lookUp' ? await lookUp(step, invocation, services) : await openMeeting(step, invocation, services);
    step = next(step.state, came, services.world);
  }
}

/** Not even an event: there is no telling who is on which leg, so the call is ended rather than left in silence. */
function answerTheUnreadable(log: Logger, error: unknown): SmaResponse {
  log.error('event-unreadable', error);
  return { SchemaVersion: smaSchemaVersion, Actions: [hangup()] };
}

/** The two sides are talking, or the last one has gone: a newer routing table may be asked for meanwhile. */
function nobodyWaits({ InvocationEventType: type }: SmaEvent, { state, actions }: Answer): boolean {
  if (actions.length > 0) return false;
  return type === 'HANGUP' || (type === 'ACTION_SUCCESSFUL' && state.phase === 'connected');
}

function logStep(log: Logger, event: SmaEvent, state: CallState): void {
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
