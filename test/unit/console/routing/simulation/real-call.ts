import type { ActionData } from '../../../../../shared/contracts/sma-event.ts';
import type { SmaAction } from '../../../../../shared/contracts/sma-response.ts';
import { callerOfTable } from '../../../../../shared/domain/routing/caller.ts';
import { decide } from '../../../../../shared/domain/routing/decide.ts';
import type { IndexedTable } from '../../../../../shared/domain/routing/indexed-table.ts';
import { menuOf } from '../../../../../shared/domain/routing/menu-of.ts';
import { reasonsToAsk } from '../../../../../shared/domain/routing/menu.ts';
import { attemptNamed } from '../../../../../shared/domain/routing/named-destination.ts';
import { outcomeAt, type SimulationWish } from '../../../../../console/routing/simulation/wish.ts';
import { next } from '../../../../../sma-handler/call-flow.ts';
import type { CallState } from '../../../../../sma-handler/call-state.ts';
import type { Route } from '../../../../../sma-handler/route.ts';
import type { FlowInput, Step, World } from '../../../../../sma-handler/step.ts';
import { anSmaEvent, calleeLeg, callerLeg, connected } from '../../../../support/sma-event-builder.ts';

/** What a caller goes through, in the order in which it happens. */
export interface Experience {
  /** Words and questions as they are heard, and attempts as they end: "branch:tacoma notAnswered". */
  readonly course: readonly string[];
  readonly ruleId: string;
  readonly ending: string;
}

const world: World = { voicemailBucket: 'messages', recordings: 'recordings' };

/** The call as the SMA function's call flow makes it, with people and networks disposed as the simulation has them. */
export function realCall(table: IndexedTable, wish: SimulationWish): Experience {
  return new RealCall(table, wish).play();
}

class RealCall {
  readonly #table: IndexedTable;
  readonly #wish: SimulationWish;
  readonly #course: string[] = [];
  #state: CallState = { phase: 'new' };
  #others = false;
  #ruleId = '';
  #ending: string | undefined;

  constructor(table: IndexedTable, wish: SimulationWish) {
    this.#table = table;
    this.#wish = wish;
  }

  play(): Experience {
    const isCallback = this.#wish.caller.entry === 'callback';
    if (isCallback) this.#state = { phase: 'callingBack' };
    let actions = this.#invoke({ type: isCallback ? 'CALL_ANSWERED' : 'NEW_INBOUND_CALL' });
    for (let guard = 0; this.#ending === undefined; guard += 1) {
      const [first, ...rest] = actions;
      if (first === undefined || guard > 500) throw new Error(`the call stands still in ${this.#state.phase}`);
      const result = this.#resultOf(first);
      // In the middle of a list, words are not reported.
      const answer = first.Type === 'Speak' && rest.length > 0 ? [] : this.#invoke(result);
      actions = answer.length === 0 ? rest : answer;
    }
    return { course: this.#course, ruleId: this.#ruleId, ending: this.#ending };
  }

  /** What PSTN Audio tells of an action when it is over. */
  #resultOf(action: SmaAction): { readonly type: string; readonly actionData: ActionData } {
    const done = (more: object = {}) => ({
      type: 'ACTION_SUCCESSFUL',
      actionData: { Type: action.Type, Parameters: action.Parameters, ...more } as unknown as ActionData,
    });
    const failed = (outcome: string) => ({
      type: 'ACTION_FAILED',
      actionData: {
        Type: action.Type,
        Parameters: action.Parameters,
        ErrorType: outcome === 'notAnswered' ? 'CallNotAnswered' : 'SystemException',
      } as unknown as ActionData,
    });
    const current = 'current' in this.#state ? `${this.#state.current.kind}:${this.#state.current.id}` : '';
    const outcome = outcomeAt(current, this.#wish);
    switch (action.Type) {
      case 'Speak':
        this.#course.push(`says ${action.Parameters.LanguageCode} ${action.Parameters.Text}`);
        return done();
      case 'SpeakAndGetDigits': {
        const { Text, LanguageCode } = action.Parameters.SpeechParameters;
        this.#course.push(`asks ${LanguageCode} ${Text}`);
        return done({ ReceivedDigits: this.#keyFor() });
      }
      case 'CallAndBridge':
        if (outcome !== 'answered') return failed(outcome);
        this.#others = true;
        return done();
      case 'RecordAudio':
        return outcome === 'answered' ? done() : failed(outcome);
      case 'JoinChimeMeeting':
        this.#others = true;
        return done();
      case 'Hangup':
        if (this.#state.phase === 'leaving') this.#others = false;
        else this.#ending ??= this.#state.phase;
        return done();
      default:
        return done();
    }
  }

  #keyFor(): string | undefined {
    if (this.#state.phase !== 'choosing') return '1';
    const index = this.#state.options.indexOf(this.#wish.chooses ?? '');
    return index < 0 ? undefined : String(index + 1);
  }

  #invoke({ type, actionData }: { readonly type: string; readonly actionData?: ActionData }): readonly SmaAction[] {
    const event = anSmaEvent({
      type,
      participants: [connected(callerLeg), ...(this.#others ? [connected(calleeLeg)] : [])],
      ...(actionData === undefined ? {} : { actionData }),
    });
    let input: FlowInput = { kind: 'event', event };
    for (;;) {
      const step = next(this.#state, input, world);
      this.#note(step);
      this.#state = step.state;
      if (step.kind === 'respond') return step.actions;
      input = this.#effect(step, event);
    }
  }

  #effect(step: Exclude<Step, { kind: 'respond' }>, event: FlowInput['event']): FlowInput {
    switch (step.kind) {
      case 'route':
        return {
          kind: 'routed',
          event,
          route: this.#route(step.wish.kind === 'chosen' ? step.wish.reasonId : undefined),
        };
      case 'openMeeting': {
        const { words, state } = step;
        const isThere = outcomeAt(`meeting:${state.current.id}`, this.#wish) !== 'unreachable';
        const meeting = { meetingId: 'meeting', attendeeId: 'caller', joinToken: 'token' };
        return isThere ? { kind: 'meetingOpened', event, words, meeting } : { kind: 'meetingFailed', event, words };
      }
      case 'invite':
        return { kind: 'invited', event, told: true };
      case 'countAttendees':
        return {
          kind: 'attendeesCounted',
          event,
          others: outcomeAt(`meeting:${step.state.current.id}`, this.#wish) === 'answered',
        };
      case 'lookUp':
        return this.#lookUp(step, event);
      case 'findDestination':
        throw new Error('nobody gives commands here');
    }
  }

  #lookUp({ wish: { attempt }, words }: Extract<Step, { kind: 'lookUp' }>, event: FlowInput['event']): FlowInput {
    if (outcomeAt(`lookUp:${attempt.id}`, this.#wish) !== 'answered')
      return { kind: 'lookUpFailed', event, words, outcome: 'unreachable' };
    const answer = this.#wish.lookUps?.[attempt.id];
    if (answer?.destination === undefined) {
      this.#course.push(`tries lookUp:${attempt.id} nobodyNamed`);
      return { kind: 'lookedUp', event, words, attempts: [] };
    }
    const named = attemptNamed({ ...answer, destination: answer.destination }, attempt, this.#table);
    if (named.kind === 'failed') return { kind: 'lookUpFailed', event, words, outcome: 'misconfigured' };
    this.#course.push(`tries lookUp:${attempt.id} answered`);
    return { kind: 'lookedUp', event, words, attempts: [named.attempt] };
  }

  #route(reasonId: string | undefined): Route {
    const { at, seed, caller: given } = this.#wish;
    const { table } = this.#table;
    const caller = callerOfTable(reasonId === undefined ? given : { ...given, reasonId }, table);
    const { plan } = decide(this.#table, caller, at, seed);
    const asked = reasonId === undefined ? reasonsToAsk(this.#table, caller, at, seed) : [];
    this.#ruleId = plan.ruleId;
    return {
      plan,
      entry: caller.entry,
      ...(caller.locale === undefined ? {} : { locale: caller.locale }),
      ...(asked.length === 0 ? {} : { menu: menuOf(asked, table, caller.locale) }),
    };
  }

  #note({ happenings = [] }: Step): void {
    for (const happening of happenings) {
      if (happening.kind === 'voicemailLeft') this.#tries(happening.attempt, 'answered');
      if (happening.kind !== 'attemptEnded') continue;
      this.#tries(happening.attempt, happening.outcome);
      if (happening.outcome === 'answered') this.#ending = 'connected';
    }
  }

  #tries({ kind, id }: { readonly kind: string; readonly id: string }, outcome: string): void {
    this.#course.push(`tries ${kind}:${id} ${outcome}`);
  }
}
