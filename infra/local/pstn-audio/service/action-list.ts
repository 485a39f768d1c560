import type { ActionResult, RunningAction } from './action-result.ts';
import { interruptibleActions } from './actions/action-traits.ts';
import type { startAction } from './actions/start-action.ts';
import { legOf, type CallControl } from './call-control.ts';
import type { RequestedAction } from './invocation/read-response.ts';
import type { Leg } from './legs/leg.ts';
import type { PstnAudioObserver } from './trace.ts';

/** How an action came to its end: by itself, because a new list took its place, or because its leg had gone. */
export type ActionEnding = 'own' | 'interrupted' | 'abandoned';

/** An action that is over, and what became of it. */
export interface FinishedAction {
  readonly action: RequestedAction;
  readonly result: ActionResult;
  /** The leg that it was for; undefined when there was none. */
  readonly leg: Leg | undefined;
  readonly ending: ActionEnding;
  /** Counts the lists of a call: which one the action came with. */
  readonly list: number;
}

export interface ActionListOptions {
  readonly control: CallControl;
  readonly startAction: typeof startAction;
  readonly observer: PstnAudioObserver;
  /** Milliseconds on a clock that never goes back. */
  readonly stopwatch: () => number;
  readonly onFinished: (finished: FinishedAction) => void;
  /** A Hangup has ended this leg. */
  readonly onHungUp: (leg: Leg) => void;
}

interface Running {
  readonly action: RequestedAction;
  readonly run: RunningAction;
  readonly leg: Leg | undefined;
  readonly list: number;
  ending: ActionEnding;
}

/** The actions of one call: one runs, the others wait their turn. */
export class ActionList {
  readonly #options: ActionListOptions;
  #waiting: readonly RequestedAction[] = [];
  #list = 0;
  #running: Running | undefined;

  constructor(options: ActionListOptions) {
    this.#options = options;
  }

  /** Nothing runs and nothing waits. */
  get isIdle(): boolean {
    return this.#running === undefined && this.#waiting.length === 0;
  }

  get isRunning(): boolean {
    return this.#running !== undefined;
  }

  get hasMore(): boolean {
    return this.#waiting.length > 0;
  }

  /**
   * A new list takes the place of all that has not begun. What runs is cut short if it can be, else it ends first
   * (Amazon Chime SDK developer guide, update-sip-call).
   */
  replace(actions: readonly RequestedAction[]): void {
    this.#waiting = actions;
    this.#list += 1;
    const running = this.#running;
    if (running !== undefined && interruptibleActions.includes(running.action.Type)) this.#cut(running, 'interrupted');
  }

  /** Nothing more begins. */
  drop(): void {
    this.#waiting = [];
  }

  /** The rest of a list falls with the action that failed in it; a list that has come since stays. */
  dropRestOf({ list }: FinishedAction): void {
    if (list === this.#list) this.drop();
  }

  /** Begins the next action if none runs. */
  startNext(): void {
    const [action, ...rest] = this.#waiting;
    if (action === undefined || this.#running !== undefined) return;
    this.#waiting = rest;
    const { control, observer, startAction, stopwatch, onHungUp } = this.#options;
    const leg = legOf(control, action.Parameters);
    const wasConnected = leg?.connected === true;
    const begun = stopwatch();
    const { transactionId } = control;
    const tag = leg?.description.tag;
    const trace = {
      transactionId,
      actionType: action.Type,
      parameters: action.Parameters,
      ...(tag === undefined ? {} : { tag }),
    };
    observer.onAction?.(trace);
    const running: Running = {
      action,
      leg,
      list: this.#list,
      ending: 'own',
      run: startAction(action, control),
    };
    this.#running = running;
    if (action.Type === 'Hangup' && leg !== undefined && wasConnected && !leg.connected) onHungUp(leg);
    void running.run.done.then((result) => {
      const { ending } = running;
      const cutOff = ending === 'own' ? {} : { cutOff: ending };
      observer.onAction?.({ ...trace, result, milliseconds: stopwatch() - begun, ...cutOff });
      this.#options.onFinished({ action, result, leg, ending, list: running.list });
    });
  }

  /** What has finished has been seen to; the next may begin. */
  clear(): void {
    this.#running = undefined;
  }

  /** A leg has gone: what runs on it ends soon. Resolves when it has. */
  async abandon(leg: Leg): Promise<void> {
    const running = this.#running;
    if (running === undefined || (running.leg !== leg && !this.#isDeserted())) return;
    // A Hangup has done its work when the leg is gone.
    if (running.action.Type === 'Hangup') return;
    this.#cut(running, 'abandoned');
    await running.run.done;
  }

  #isDeserted(): boolean {
    return this.#options.control.legs.every(({ connected }) => !connected);
  }

  #cut(running: Running, ending: ActionEnding): void {
    // What is being cut keeps its first cause.
    if (running.ending !== 'own') return;
    running.ending = ending;
    running.run.abort();
  }
}
