import type { SmaEvent } from '../../shared/contracts/sma-event.ts';
import { outcomeOfError } from '../../shared/domain/call-flow/outcome.ts';
import { actionOn, policyOutcomes, type PolicyOutcome } from '../../shared/domain/routing/attempt-policy.ts';
import type { Attempt } from '../../shared/domain/routing/plan.ts';
import type { CommandCheck } from '../../shared/ports/call-commands.ts';
import type { CallState } from '../../sma-handler/call-state.ts';
import { changesNothing, type Answer, type FlowInput, type Step } from '../../sma-handler/step.ts';
import { allowedNumbers, wrongInAnswer } from './answer-rules.ts';
import { eventOf } from './notice.ts';
import { leftOut, type Reply } from './reply.ts';
import type { Flow, Parts, Scenario } from './scenario.ts';

/** What the function is asked: the same question always has the same answers. */
export interface Question {
  readonly attributes: number;
  readonly notice: number;
  /** The legs it is shown; see `view`. */
  readonly shown: string;
  readonly adviser: boolean;
  readonly ended: boolean;
}

/** What has been done in an invocation so far. */
interface Path {
  readonly done: readonly string[];
  readonly meetings: readonly number[];
  readonly asked: readonly number[];
  readonly isFresh: boolean;
  readonly ended: boolean;
  readonly isObeyed: boolean;
  readonly isDismissal: boolean;
  readonly breaches: readonly string[];
}

/** More than any plan asks for. */
const maximumEffects = 40;

/** The function around the flow: carries out what a step asks for, with everything that can come of it. */
export class TheFunction {
  readonly #flow: Flow;
  readonly #scenario: Scenario;
  readonly #parts: Parts;
  readonly #allowed: ReadonlySet<string>;
  readonly #replies = new Map<string, readonly Reply[]>();
  readonly #states = new Map<number, CallState>();

  constructor(flow: Flow, scenario: Scenario, parts: Parts) {
    this.#flow = flow;
    this.#scenario = scenario;
    this.#parts = parts;
    this.#allowed = allowedNumbers(scenario);
  }

  /** All answers that it can give. */
  replies(question: Question): readonly Reply[] {
    const { attributes, notice, shown, adviser, ended } = question;
    const key = `${attributes};${notice};${shown};${adviser ? 1 : 0}${ended ? 1 : 0}`;
    const known = this.#replies.get(key);
    if (known !== undefined) return known;
    const replies = this.#answer(question);
    this.#replies.set(key, replies);
    return replies;
  }

  /** What it answers when it breaks down on the way, whatever it has done by then. */
  rescued(question: Question): Reply {
    const { path, state, event } = this.#begin(question);
    const answer = this.#flow.rescue(state, event, this.#scenario.world);
    return this.#respond(answer, state, {
      ...path,
      done: [...path.done, 'it breaks down'],
      isFresh: true,
      ended: false,
    });
  }

  /** The state that the attributes hold. Frozen: whoever changes it is found out. */
  state(attributes: number): CallState {
    const known = this.#states.get(attributes);
    if (known !== undefined) return known;
    const state = frozen(this.#flow.read(this.#parts.attributes.at(attributes)));
    this.#states.set(attributes, state);
    return state;
  }

  /** The phases that calls were in when it was asked. */
  get phases(): ReadonlySet<string> {
    return new Set([...this.#states.values()].map(({ phase }) => phase));
  }

  #answer(question: Question): readonly Reply[] {
    const { state, event, path, check } = this.#begin(question);
    const input: FlowInput = check === undefined ? { kind: 'event', event } : { kind: 'commanded', event, check };
    const replies: Reply[] = [];
    this.#go({ state, input, path, adviser: question.adviser, replies, before: state });
    return replies;
  }

  #begin({ attributes, notice: id, shown, ended }: Question): Beginning {
    const notice = this.#parts.notices.at(id) ?? { type: 'NOTHING' };
    const event = eventOf(notice, shown, {
      entry: this.#scenario.entry,
      attributes: this.#parts.attributes.at(attributes),
    });
    const state = this.state(attributes);
    const { type, actionData: { Type: action, ErrorType: error } = {} } = notice;
    const said = [type, action, error].filter((word) => word !== undefined && word !== 'CallUpdateRequest').join(' ');
    const path: Path = {
      done: [said],
      meetings: [],
      asked: [],
      isFresh: false,
      ended: ended || (type === 'ACTION_FAILED' && isEnd(state, action, error)),
      isObeyed: false,
      isDismissal: false,
      breaches: [],
    };
    return { state, event, path, check: notice.check };
  }

  /** Takes a step, twice: the second time as the event would come if it were delivered again. */
  #go({ state, input, path, adviser, replies, before }: Going): void {
    const { event } = input;
    const again = { ...event, Sequence: event.Sequence + 1 };
    try {
      const step = this.#flow.next(state, input, this.#scenario.world);
      const repeated = this.#flow.next(state, { ...input, event: again }, this.#scenario.world);
      const same = JSON.stringify(step) === JSON.stringify(repeated);
      const breaches = same
        ? path.breaches
        : [...path.breaches, '(4) the same event, once more, is answered otherwise'];
      this.#follow(step, event, { path: { ...path, breaches }, adviser, replies, before });
    } catch (error) {
      replies.push(this.#reply(path, [], 0, [`(7) it throws: ${String(error)}`]));
    }
  }

  #follow(step: Step, event: SmaEvent, { path: so, adviser, replies, before }: Omit<Going, 'state' | 'input'>): void {
    const obeyed = step.happenings?.find(({ kind }) => kind === 'commanded');
    const isObeyed = obeyed !== undefined;
    const isDismissal = obeyed?.kind === 'commanded' && obeyed.command === 'hangUp';
    const closes = step.closeMeeting === undefined ? [] : [-this.#parts.names.id(step.closeMeeting.meetingId)];
    const path: Path = {
      ...so,
      isObeyed: so.isObeyed || isObeyed,
      isDismissal: so.isDismissal || isDismissal,
      meetings: [...so.meetings, ...closes],
    };
    if (path.done.length > maximumEffects) {
      replies.push(this.#reply(path, [], 0, ['it goes round within one invocation']));
      return;
    }
    const go = (input: FlowInput, what: string, more: Partial<Path> = {}): void =>
      this.#go({
        state: step.state,
        input,
        path: { ...path, ...more, done: [...path.done, what] },
        adviser,
        replies,
        before,
      });
    switch (step.kind) {
      case 'respond':
        replies.push(this.#guarded(step, before, event, path));
        return;
      case 'route':
        for (const route of this.#scenario.routes(step.wish))
          go({ kind: 'routed', event, route }, `routed by ${route.plan.ruleId}`, {
            isFresh: true,
            ended: false,
            asked: [],
          });
        return;
      case 'findDestination': {
        const { destination } = step.command;
        const target = this.#scenario.destinations[destination];
        const fresh = target === undefined ? {} : { isFresh: true, ended: false, asked: [] };
        go({ kind: 'destinationFound', event, target }, target === undefined ? 'no such place' : destination, fresh);
        if (target !== undefined) go({ kind: 'destinationFound', event, target: undefined }, 'table not to be had');
        return;
      }
      case 'openMeeting': {
        const { requestToken } = step.request;
        const breaches = path.ended
          ? [...path.breaches, '(9) a meeting is opened though a policy ended the plan']
          : path.breaches;
        const meeting = { meetingId: requestToken, attendeeId: 'caller', joinToken: 'token' };
        const opened = [...path.meetings, this.#parts.names.id(requestToken)];
        go({ kind: 'meetingOpened', event, words: step.words, meeting }, 'meeting opens', {
          meetings: opened,
          breaches,
        });
        const ended = path.ended || endsPlan(step.state.current, 'unreachable');
        go({ kind: 'meetingFailed', event, words: step.words }, 'no meeting', { ended, breaches });
        return;
      }
      case 'invite':
        go({ kind: 'invited', event, told: true }, 'advisers told');
        go({ kind: 'invited', event, told: false }, 'no adviser told');
        return;
      case 'countAttendees':
        go({ kind: 'attendeesCounted', event, others: adviser }, adviser ? 'somebody is there' : 'nobody is there');
        // The meeting cannot be asked.
        if (adviser) go({ kind: 'attendeesCounted', event, others: false }, 'not counted');
        return;
      case 'lookUp':
        this.#lookUp(step, event, path, go);
    }
  }

  #lookUp(
    { wish: { attempt }, words }: Extract<Step, { kind: 'lookUp' }>,
    event: SmaEvent,
    path: Path,
    go: (input: FlowInput, what: string, more: Partial<Path>) => void,
  ): void {
    const asked = [...path.asked, this.#parts.names.id(attempt.id)];
    const breaches = path.ended
      ? [...path.breaches, '(9) a service is asked though a policy ended the plan']
      : path.breaches;
    const { looked } = this.#scenario;
    go({ kind: 'lookedUp', event, words, attempts: [looked] }, 'somebody is named', { asked, breaches });
    go({ kind: 'lookedUp', event, words, attempts: [] }, 'nobody is named', { asked, breaches });
    for (const outcome of policyOutcomes) {
      const ended = path.ended || endsPlan(attempt, outcome);
      go({ kind: 'lookUpFailed', event, words, outcome }, `look-up ${outcome}`, { asked, ended, breaches });
    }
  }

  #guarded(answer: Answer, before: CallState, event: SmaEvent, path: Path): Reply {
    const out = this.#flow.guard(answer, before, event, this.#scenario.world);
    if (out === answer) return this.#respond(answer, before, path);
    const rule = out.happenings?.findLast(({ kind }) => kind === 'breached');
    const why = rule?.kind === 'breached' ? rule.rule : 'unknown';
    const reply = this.#respond(answer, before, path);
    return { ...reply, breaches: [...reply.breaches, `(guard) ${why}: the answer would be replaced`] };
  }

  #respond(answer: Answer, before: CallState, path: Path): Reply {
    const { state, actions } = answer;
    const attributes = this.#flow.write(state);
    const wrong = wrongInAnswer(actions, attributes, this.#allowed);
    if (path.ended && actions.some(({ Type }) => Type === 'CallAndBridge' || Type === 'RecordAudio'))
      wrong.push('(9) somebody is rung though a policy ended the plan');
    const ids = actions.map((action) => this.#parts.actions.id(action));
    const types = actions.map(({ Type }) => Type).join(', ');
    const kept = changesNothing(answer, before) ? leftOut : this.#parts.attributes.id(attributes);
    const reply = this.#reply(path, ids, kept, wrong);
    return { ...reply, label: `${reply.label} → ${types === '' ? 'nothing' : types} [${state.phase}]` };
  }

  #reply(path: Path, actions: readonly number[], attributes: number, wrong: readonly string[]): Reply {
    const { done, breaches, ...rest } = path;
    return { ...rest, label: done.join(', '), actions, attributes, breaches: [...breaches, ...wrong] };
  }
}

interface Beginning {
  readonly state: CallState;
  readonly event: SmaEvent;
  readonly path: Path;
  readonly check: CommandCheck | undefined;
}

interface Going {
  /** The state that the invocation began with. */
  readonly before: CallState;
  readonly state: CallState;
  readonly input: FlowInput;
  readonly path: Path;
  readonly adviser: boolean;
  readonly replies: Reply[];
}

/** The attempt has failed in a way for which its policy has the plan end. What is misconfigured may be tried again without. */
function isEnd(state: CallState, action: string | undefined, errorType: string | undefined): boolean {
  if (state.phase !== 'trying' || (action !== 'CallAndBridge' && action !== 'JoinChimeMeeting')) return false;
  const outcome = outcomeOfError(errorType);
  return outcome !== 'misconfigured' && endsPlan(state.current, outcome);
}

function endsPlan(attempt: Attempt, outcome: PolicyOutcome): boolean {
  return actionOn(outcome, 'onOutcome' in attempt ? attempt.onOutcome : undefined) === 'end';
}

function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  for (const part of Object.values(value)) frozen(part);
  return Object.freeze(value);
}
