import type { Participant, SmaEvent, TransactionAttributes } from '../../shared/contracts/sma-event.ts';
import { smaResponseSchema, type SmaAction } from '../../shared/contracts/sma-response.ts';
import type { E164 } from '../../shared/domain/phone-number.ts';
import { outcomeOfError } from '../../shared/domain/call-flow/outcome.ts';
import { actionOn, policyOutcomes, type PolicyOutcome } from '../../shared/domain/routing/attempt-policy.ts';
import type { Attempt } from '../../shared/domain/routing/plan.ts';
import type { OpenMeeting } from '../../shared/ports/meetings.ts';
import { next } from '../../sma-handler/call-flow.ts';
import type { BridgeAttempt, FlowInput, Route, Step, World as FlowWorld } from '../../sma-handler/step.ts';
import { readState, writeState } from '../../sma-handler/transaction-attributes.ts';
import { anSmaEvent, calleeLeg, callerLeg, connected, disconnected } from './sma-event-builder.ts';

/** The ways in which the documents leave AWS's behaviour open: the flow has to be right under each. */
export interface AwsReading {
  readonly attributes: 'replaced' | 'merged';
  /** Whether an action in mid-list is reported. */
  readonly midList: 'reported' | 'silent';
  /** Whether a caller who leaves during an action is first told by that action's event. */
  readonly callerLeaving: 'actionEventFirst' | 'hangupOnly';
}

export interface Findings {
  /** Stories that ended, each as the list of what happened. */
  calls: number;
  readonly violations: string[];
}

/** Where a call stands in the model of PSTN Audio. */
interface World {
  readonly a: 'connected' | 'gone';
  readonly b: 'none' | 'phone' | 'meeting' | 'gone';
  readonly list: readonly SmaAction[];
  readonly attributes: TransactionAttributes | undefined;
  readonly pending: readonly SmaEvent[];
  readonly openMeetings: readonly string[];
  /** Ids of the look-ups whose services were asked. */
  readonly asked: readonly string[];
  /** A policy has ended the call. */
  readonly ended: boolean;
  readonly story: readonly string[];
}

/** Whom every service names. */
const looked: BridgeAttempt = { kind: 'phone', id: 'looked-up', number: '+12065550177' as E164, timeoutSeconds: 9 };

const flowWorld: FlowWorld = { voicemailBucket: 'voicemail-of-example-bank' };

const errorTypes = ['CallNotAnswered', 'InvalidActionParameter', 'SystemException'] as const;

/**
 * Plays every course that a call can take, with every outcome of every action and either side hanging up at every
 * moment, and says where an invariant of the call flow does not hold.
 */
export function exploreCalls(route: Route, reading: AwsReading): Findings {
  const findings: Findings = { calls: 0, violations: [] };
  const first = anSmaEvent({ type: 'NEW_INBOUND_CALL' });
  const start: World = {
    a: 'connected',
    b: 'none',
    list: [],
    attributes: undefined,
    pending: [first],
    openMeetings: [],
    asked: [],
    ended: false,
    story: [],
  };
  new Explorer(route, reading, findings).walk(start);
  return findings;
}

/** Whether the attempt's policy ends the call. A contact centre is rung once more without headers before that. */
function ends(attempt: Attempt, outcome: PolicyOutcome): boolean {
  if (attempt.kind === 'contactCenter' && outcome === 'misconfigured') return false;
  return actionOn(outcome, 'onOutcome' in attempt ? attempt.onOutcome : undefined) === 'end';
}

class Explorer {
  readonly #route: Route;
  readonly #reading: AwsReading;
  readonly #findings: Findings;

  constructor(route: Route, reading: AwsReading, findings: Findings) {
    this.#route = route;
    this.#reading = reading;
    this.#findings = findings;
  }

  walk(world: World): void {
    if (world.story.length > 60) return this.#violation(world, 'the call does not end');
    const [event, ...pending] = world.pending;
    if (event !== undefined) return this.#tell({ ...world, pending }, event);
    const [action, ...list] = world.list;
    if (action !== undefined) return this.#run({ ...world, list }, action);
    if (world.a === 'connected' && (world.b === 'phone' || world.b === 'meeting')) {
      this.#end(world, 'LEG-A');
      this.#end(world, 'LEG-B');
      return;
    }
    if (world.a === 'connected') return this.#violation(world, 'the caller hears nothing, and nothing is to come (2)');
    if (world.b === 'phone' || world.b === 'meeting') return this.#violation(world, 'a leg is left behind (1)');
    if (world.openMeetings.length > 0) return this.#violation(world, 'a meeting is left open (1)');
    this.#findings.calls += 1;
  }

  /** The function is told, twice, and what it answers is carried on with. */
  #tell(world: World, told: SmaEvent): void {
    const event: SmaEvent = { ...told, CallDetails: { ...told.CallDetails, TransactionAttributes: world.attributes } };
    const input: FlowInput =
      event.InvocationEventType === 'NEW_INBOUND_CALL'
        ? { kind: 'event', event, route: this.#route }
        : { kind: 'event', event };
    const state = readState(world.attributes);
    if (JSON.stringify(next(state, input, flowWorld)) !== JSON.stringify(next(state, input, flowWorld)))
      this.#violation(world, 'the same event gave other actions (4)');
    const { Type: type, ErrorType: errorType } = event.ActionData ?? {};
    const ended =
      errorType !== undefined &&
      type !== 'Speak' &&
      state.phase === 'trying' &&
      ends(state.current, outcomeOfError(errorType));
    this.#follow({ ...world, ended: world.ended || ended }, event, next(state, input, flowWorld));
  }

  #follow(world: World, event: SmaEvent, step: Step): void {
    const closed = step.closeMeeting === undefined ? world : this.#meetingClosed(world, step.closeMeeting.meetingId);
    if (step.kind === 'openMeeting') return this.#openMeeting(closed, event, step);
    if (step.kind === 'lookUp') return this.#lookUp(closed, event, step);
    const response = smaResponseSchema.safeParse({
      SchemaVersion: '1.0',
      Actions: step.actions,
      TransactionAttributes: writeState(step.state),
    });
    if (!response.success) return this.#violation(world, `a malformed response: ${response.error.message} (3)`);
    this.#checkNumbers(closed, response.data.Actions);
    const { TransactionAttributes: written = {} } = response.data;
    this.walk({
      ...closed,
      attributes: this.#reading.attributes === 'merged' ? { ...closed.attributes, ...written } : written,
      // An empty list lets what is left of the old one go on.
      list: response.data.Actions.length > 0 ? response.data.Actions : closed.list,
      story: [
        ...closed.story,
        `${event.InvocationEventType} ${event.ActionData?.Type ?? ''} → ${response.data.Actions.map(({ Type }) => Type).join(', ') || 'nothing'}`,
      ],
    });
  }

  #openMeeting(world: World, event: SmaEvent, { state, request, words }: Extract<Step, { kind: 'openMeeting' }>): void {
    const meeting: OpenMeeting = { meetingId: request.requestToken, attendeeId: 'attendee', joinToken: 'token' };
    const opened = {
      ...world,
      openMeetings: [...world.openMeetings, meeting.meetingId],
      story: [...world.story, 'meeting opened'],
    };
    this.#follow(opened, event, next(state, { kind: 'meetingOpened', event, words, meeting }, flowWorld));
    this.#follow(
      { ...world, ended: ends(state.current, 'unreachable'), story: [...world.story, 'meeting failed'] },
      event,
      next(state, { kind: 'meetingFailed', event, words }, flowWorld),
    );
  }

  #lookUp(world: World, event: SmaEvent, { state, wish, words }: Extract<Step, { kind: 'lookUp' }>): void {
    const { id } = wish.attempt;
    if (world.asked.includes(id)) return this.#violation(world, 'a service is asked twice for one call (8)');
    const after = (what: string): World => ({
      ...world,
      asked: [...world.asked, id],
      story: [...world.story, `${id} ${what}`],
    });
    this.#follow(
      after('names somebody'),
      event,
      next(state, { kind: 'lookedUp', event, words, attempts: [looked] }, flowWorld),
    );
    this.#follow(
      after('names nobody'),
      event,
      next(state, { kind: 'lookedUp', event, words, attempts: [] }, flowWorld),
    );
    for (const outcome of policyOutcomes)
      this.#follow(
        { ...after(outcome), ended: ends(wish.attempt, outcome) },
        event,
        next(state, { kind: 'lookUpFailed', event, words, outcome }, flowWorld),
      );
  }

  /** One action, with every outcome. */
  #run(world: World, action: SmaAction): void {
    switch (action.Type) {
      case 'Hangup':
        return this.#hangUp(world, action);
      case 'Speak':
        this.#done(world, action);
        this.#failed(world, action, 'SystemException');
        return this.#callerLeaves(world, action);
      case 'RecordAudio':
        this.#done(world, action);
        for (const errorType of ['InvalidActionParameter', 'SystemException']) this.#failed(world, action, errorType);
        return this.#callerLeaves(world, action);
      case 'CallAndBridge':
        if (world.b === 'phone' || world.b === 'meeting') this.#violation(world, 'CallAndBridge on a bridged call');
        this.#done({ ...world, b: 'phone' }, action);
        for (const errorType of errorTypes) this.#failed(world, action, errorType);
        return this.#callerLeaves(world, action);
      case 'JoinChimeMeeting':
        if (world.b === 'phone' || world.b === 'meeting')
          return this.#violation(world, 'JoinChimeMeeting on a bridged call (6)');
        this.#done({ ...world, b: 'meeting' }, action);
        this.#failed(world, action, 'InvalidActionParameter');
        return this.#callerLeaves(world, action);
    }
  }

  #done(world: World, action: SmaAction): void {
    const silent = action.Type === 'Speak' || this.#reading.midList === 'silent';
    if (world.list.length > 0 && silent) return this.walk(world);
    this.walk(this.#with(world, 'ACTION_SUCCESSFUL', { Type: action.Type, Parameters: action.Parameters }));
  }

  #failed(world: World, action: SmaAction, errorType: string): void {
    this.walk(
      this.#with({ ...world, list: [] }, 'ACTION_FAILED', {
        Type: action.Type,
        Parameters: action.Parameters,
        ErrorType: errorType,
      }),
    );
  }

  #callerLeaves(world: World, action: SmaAction): void {
    const alone: World = { ...world, a: 'gone', list: [] };
    const told =
      this.#reading.callerLeaving === 'actionEventFirst'
        ? this.#with(alone, 'ACTION_FAILED', { Type: action.Type, ErrorType: 'CallNotAnswered' })
        : alone;
    this.walk(this.#withHangup(told, callerLeg));
  }

  #hangUp(world: World, { Parameters }: Extract<SmaAction, { Type: 'Hangup' }>): void {
    const onCallee = Parameters.CallId === calleeLeg.CallId || Parameters.ParticipantTag === 'LEG-B';
    const after: World = onCallee ? { ...world, b: 'gone' } : { ...world, a: 'gone' };
    const lives = after.a === 'connected' || after.b === 'phone' || after.b === 'meeting';
    if (lives) return this.#done(after, { Type: 'Hangup', Parameters });
    this.walk(this.#withHangup({ ...after, list: [] }, onCallee ? calleeLeg : callerLeg));
  }

  /** Either side puts the receiver down. */
  #end(world: World, tag: 'LEG-A' | 'LEG-B'): void {
    const after: World = tag === 'LEG-A' ? { ...world, a: 'gone' } : { ...world, b: 'gone' };
    this.walk(this.#withHangup(after, tag === 'LEG-A' ? callerLeg : calleeLeg));
  }

  #withHangup(world: World, leg: Participant): World {
    return this.#with(world, 'HANGUP', {
      Type: 'Hangup',
      Parameters: { CallId: leg.CallId, ParticipantTag: leg.ParticipantTag, SipResponseCode: 0 },
    });
  }

  #with(world: World, type: string, actionData: NonNullable<SmaEvent['ActionData']>): World {
    const a = world.a === 'connected' ? connected(callerLeg) : disconnected(callerLeg);
    const b = world.b === 'none' ? [] : [world.b === 'gone' ? disconnected(calleeLeg) : connected(calleeLeg)];
    // Array order is not guaranteed: the callee is put first.
    const event = anSmaEvent({ type, sequence: world.story.length + 2, participants: [...b, a], actionData });
    return { ...world, pending: [...world.pending, event] };
  }

  #meetingClosed(world: World, meetingId: string): World {
    return { ...world, openMeetings: world.openMeetings.filter((open) => open !== meetingId) };
  }

  #checkNumbers(world: World, actions: readonly SmaAction[]): void {
    const named = world.asked.length > 0 ? [looked] : [];
    const allowed = [...this.#route.plan.attempts, ...named].flatMap((attempt) =>
      'number' in attempt ? [attempt.number as string] : attempt.kind === 'contactCenter' ? [attempt.user] : [],
    );
    for (const action of actions) {
      if (action.Type !== 'CallAndBridge') continue;
      if (world.ended) this.#violation(world, 'somebody is rung though a policy ended the call (9)');
      if (action.Parameters.CallerIdNumber !== this.#route.plan.callerId)
        this.#violation(world, 'a caller id that is not owned (5)');
      for (const { Uri } of action.Parameters.Endpoints)
        if (!allowed.includes(Uri)) this.#violation(world, 'a number that is not in the plan (5)');
    }
  }

  #violation(world: World, what: string): void {
    this.#findings.violations.push(`${what}: ${world.story.join(' | ')}`);
  }
}
