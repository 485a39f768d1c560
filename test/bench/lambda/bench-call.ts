import { systemIds } from '../../../shared/adapters/system/system-ids.ts';
import type { ActionData, TransactionAttributes } from '../../../shared/contracts/sma-event.ts';
import type { SmaResponse } from '../../../shared/contracts/sma-response.ts';
import { anSmaEvent, calleeLeg, callerLeg, connected, type EventWish } from '../../support/sma-event-builder.ts';
import type { RecordedRequest } from './recorded-requests.ts';
import type { SmaBench } from './sma-bench.ts';

/** One event of a call, and what the function did about it. */
export interface BenchInvocation {
  readonly event: string;
  /** The action that it tells of. */
  readonly reportedOn: string | undefined;
  readonly actions: SmaResponse['Actions'];
  readonly requests: readonly RecordedRequest[];
  readonly milliseconds: number;
  readonly coldStart: boolean;
}

/** Both legs of a bridge that stands. */
export const bothLegs = [connected(callerLeg), connected(calleeLeg)];
export const callerAlone = [connected(callerLeg)];

/** Plays PSTN Audio's part in one call: numbers its events, and gives the function back the attributes that it answered with. */
export class BenchCall {
  readonly invocations: BenchInvocation[] = [];
  readonly #bench: SmaBench;
  readonly #transactionId = systemIds.uuid();
  #attributes: TransactionAttributes | undefined;
  #sequence = 0;

  constructor(bench: SmaBench) {
    this.#bench = bench;
  }

  /** @throws Error when the function fails. */
  async tell(wish: Omit<EventWish, 'sequence' | 'transactionId' | 'attributes'>): Promise<BenchInvocation> {
    const { functions, recorder } = this.#bench;
    const event = anSmaEvent({
      ...wish,
      sequence: (this.#sequence += 1),
      transactionId: this.#transactionId,
      attributes: this.#attributes,
    });
    recorder.take();
    const started = performance.now();
    const result = await functions.invoke('sma', event);
    const milliseconds = performance.now() - started;
    if (result.statusCode !== 200 || result.functionError !== undefined)
      throw new Error(`the function failed at ${wish.type}: ${JSON.stringify(result)}`);

    const response = result.payload as SmaResponse;
    this.#attributes = response.TransactionAttributes ?? this.#attributes;
    const invocation = {
      event: wish.type,
      reportedOn: wish.actionData?.Type,
      actions: response.Actions,
      requests: recorder.take(),
      milliseconds,
      coldStart: result.coldStart,
    };
    this.invocations.push(invocation);
    return invocation;
  }

  /** Tells what came of the last action of the last answer: what PSTN Audio reports on. */
  async report(
    type: 'ACTION_SUCCESSFUL' | 'ACTION_FAILED',
    more: Readonly<Record<string, string>> = {},
    participants = callerAlone,
  ): Promise<BenchInvocation> {
    const action = this.lastAction;
    if (action === undefined) throw new Error(`no action to report ${type} on`);
    const actionData: ActionData = { Type: action.Type, Parameters: { ...action.Parameters }, ...more };
    return this.tell({ type, participants, actionData });
  }

  get lastAction(): SmaResponse['Actions'][number] | undefined {
    return this.invocations.at(-1)?.actions.at(-1);
  }
}
