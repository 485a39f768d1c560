import type { RtpEndpoint } from '../media/rtp-endpoint.ts';
import { bridgeAudio } from '../media/bridge.ts';
import type { ActionResult, RunningAction } from './action-result.ts';
import { reportingActions } from './actions/action-traits.ts';
import { startAction } from './actions/start-action.ts';
import { ArmedDigits } from './armed-digits.ts';
import { CallRecordings } from './call-recordings.ts';
import { legOf, type CallControl, type ServiceParts } from './call-control.ts';
import type { Invoker } from './invocation/invoker.ts';
import type { Happening } from './invocation/invocation-event.ts';
import type { RequestedAction } from './invocation/read-response.ts';
import type { FirstLeg, Leg } from './legs/leg.ts';
import { Queue } from './queue.ts';

type Occurrence =
  | { readonly kind: 'actionDone'; readonly action: RequestedAction; readonly result: ActionResult }
  | { readonly kind: 'digitsReceived'; readonly parameters: ActionResult['parameters']; readonly digits: string }
  | { readonly kind: 'legEnded'; readonly leg: Leg; readonly sipResponseCode: number };

export interface TransactionOptions {
  readonly parts: ServiceParts;
  readonly caller: FirstLeg;
  readonly invoker: Invoker;
}

/**
 * One call at PSTN Audio: tells its function what happens, one event at a time, and carries out what it answers.
 *
 * An action list runs in order. A new list replaces all that has not begun; an empty one lets the rest of the old
 * list go on (as the authors of AWS's workshop describe) and hangs nobody up. A failed action drops the rest.
 * When the last leg has ended and its HANGUP has been told, the transaction is over.
 */
export class Transaction implements CallControl {
  readonly parts: ServiceParts;
  readonly caller: FirstLeg;
  readonly armedDigits = new ArmedDigits();
  readonly callRecordings = new CallRecordings();
  readonly #invoker: Invoker;
  readonly #occurrences = new Queue<Occurrence>();
  readonly #legs: Leg[] = [];
  /** Legs that our own Hangup ended while another lived: ACTION_SUCCESSFUL tells it, no HANGUP does. */
  readonly #endedByAction = new Set<Leg>();
  #endsToCome = 0;
  #list: readonly RequestedAction[] = [];
  #running: { readonly action: RequestedAction; readonly run: RunningAction } | undefined;

  constructor({ parts, caller, invoker }: TransactionOptions) {
    this.parts = parts;
    this.caller = caller;
    this.#invoker = invoker;
    this.addLeg(caller);
  }

  get transactionId(): string {
    return this.#invoker.transactionId;
  }

  get awsRegion(): string {
    return this.#invoker.awsRegion;
  }

  get legs(): readonly Leg[] {
    return this.#legs;
  }

  addLeg(leg: Leg): void {
    this.#legs.push(leg);
    this.#endsToCome += 1;
    void leg.ended.then(async (sipResponseCode) => {
      // An action that runs on the caller is cut off first: handlers see it end with LEG-A disconnected, then HANGUP.
      if (leg === this.caller) await this.#cutOff();
      this.#occurrences.push({ kind: 'legEnded', leg, sipResponseCode });
    });
  }

  bridge(a: RtpEndpoint, b: RtpEndpoint): void {
    bridgeAudio(a, b);
  }

  digitsReceived(parameters: Readonly<Record<string, unknown>>, digits: string): void {
    this.#occurrences.push({ kind: 'digitsReceived', parameters, digits });
  }

  /** Runs the call to its end. False when the function could not be had for the first event: another may be tried. */
  async run(): Promise<boolean> {
    if (!(await this.#tell({ type: 'NEW_INBOUND_CALL' }))) return false;
    while (this.#endsToCome > 0 || this.#running !== undefined) {
      // What has happened is told before anything new begins: nobody rings a party for a caller who has left.
      if (this.#occurrences.isEmpty) this.#startNext();
      const happening = this.#happeningOf(await this.#occurrences.next());
      if (happening !== undefined && !(await this.#tell(happening))) this.end(480);
    }
    return true;
  }

  /** Hangs up whoever is still there. */
  end(sipResponseCode: number): void {
    this.#list = [];
    for (const leg of this.#legs) leg.hangUp(sipResponseCode);
  }

  async #cutOff(): Promise<void> {
    this.#running?.run.abort();
    await this.#running?.run.done;
  }

  async #tell(happening: Happening): Promise<boolean> {
    const reply = await this.#invoker.tell(happening, this.#legs);
    if (reply.kind === 'failed') return false;
    if (reply.actions !== undefined && reply.actions.length > 0) this.#list = reply.actions;
    return true;
  }

  #startNext(): void {
    const [action, ...rest] = this.#list;
    if (action === undefined || this.#running !== undefined) return;
    this.#list = rest;
    const run = startAction(action, this);
    if (action.Type === 'Hangup') this.#noteEndedByAction(action);
    this.#running = { action, run };
    void run.done.then((result) => this.#occurrences.push({ kind: 'actionDone', action, result }));
  }

  /** What the function is told of it, if anything. */
  #happeningOf(occurrence: Occurrence): Happening | undefined {
    if (occurrence.kind === 'legEnded') {
      this.#endsToCome -= 1;
      const { leg, sipResponseCode } = occurrence;
      return this.#endedByAction.has(leg) ? undefined : { type: 'HANGUP', leg, sipResponseCode };
    }
    if (occurrence.kind === 'digitsReceived') return { type: 'DIGITS_RECEIVED', ...occurrence };
    this.#running = undefined;
    const { action, result } = occurrence;
    if (result.kind === 'failed') {
      this.#list = [];
      return { type: 'ACTION_FAILED', actionType: action.Type, result };
    }
    if (action.Type === 'Hangup' && !this.#legs.some(({ connected }) => connected)) return undefined;
    if (this.#list.length > 0 && !reportingActions.includes(action.Type)) return undefined;
    return { type: 'ACTION_SUCCESSFUL', actionType: action.Type, result };
  }

  /** A Hangup of one leg while another lives is told by ACTION_SUCCESSFUL; of the last one by its HANGUP alone. */
  #noteEndedByAction({ Parameters }: RequestedAction): void {
    const ended = legOf(this, Parameters);
    if (ended !== undefined && this.#legs.some(({ connected }) => connected)) this.#endedByAction.add(ended);
  }
}
