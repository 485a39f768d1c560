import { behaviorSchema, type Behavior } from '../../../../../../infra/local/pstn-audio/config/behavior.ts';
import type { ActionResult } from '../../../../../../infra/local/pstn-audio/service/action-result.ts';
import {
  legOf,
  type CallControl,
  type ServiceParts,
} from '../../../../../../infra/local/pstn-audio/service/call-control.ts';
import type { Opening } from '../../../../../../infra/local/pstn-audio/service/invocation/invocation-event.ts';
import {
  awsInvocationPolicy,
  type FunctionAnswer,
} from '../../../../../../infra/local/pstn-audio/service/invocation/invoke-with-retry.ts';
import { Invoker } from '../../../../../../infra/local/pstn-audio/service/invocation/invoker.ts';
import type { ActionTrace, InvocationTrace } from '../../../../../../infra/local/pstn-audio/service/trace.ts';
import { Transaction } from '../../../../../../infra/local/pstn-audio/service/transaction.ts';
import type { ToldEvent } from '../../../../../support/pstn-audio-fixture.ts';
import { TimersFake } from '../../../../../support/timers-fake.ts';
import { FakeLeg } from './fakes/fake-leg.ts';

/** An action under way, which a test ends as it likes. */
export interface ActionAtWork {
  readonly type: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  aborted: boolean;
  succeeds(outcome?: Record<string, unknown>): Promise<void>;
  fails(): Promise<void>;
}

export interface CallAtWork {
  readonly transaction: Transaction;
  readonly caller: FakeLeg;
  readonly timers: TimersFake;
  readonly told: ToldEvent[];
  readonly invocations: InvocationTrace[];
  readonly traces: ActionTrace[];
  readonly notes: string[];
  /** Types of the actions that have begun. */
  readonly begun: string[];
  /** The action that has begun last. */
  readonly running: () => ActionAtWork;
  readonly outcome: Promise<'over' | 'unavailable'>;
  /** Bob has been bridged. */
  bob(callId?: string): FakeLeg;
}

export interface CallOptions {
  readonly behavior?: Partial<Behavior>;
  readonly caller?: FakeLeg;
  readonly opening?: Opening;
  readonly onOpened?: () => void;
}

/** What a function of a test answers: a payload, or that it fails. */
export type FunctionScript = (event: ToldEvent, delivery: number) => unknown;
export const failing: FunctionAnswer = { kind: 'error', errorType: 'Unhandled' };

/** A call whose actions do nothing until the test ends them; a Hangup does what it says. An aborted action succeeds. */
export async function aCall(script: FunctionScript, options: CallOptions = {}): Promise<CallAtWork> {
  const { caller = new FakeLeg(), opening = { type: 'NEW_INBOUND_CALL' } } = options;
  const behavior = behaviorSchema.parse(options.behavior ?? {});
  const timers = new TimersFake();
  const told: ToldEvent[] = [];
  const invocations: InvocationTrace[] = [];
  const traces: ActionTrace[] = [];
  const notes: string[] = [];
  const atWork: ActionAtWork[] = [];
  const observer = {
    onInvocation: (trace: InvocationTrace) => void invocations.push(trace),
    onAction: (trace: ActionTrace) => void traces.push(trace),
    onNote: ({ note }: { readonly note: string }) => void notes.push(note),
  };
  const invoker = new Invoker({
    transactionId: 'transaction',
    functionArn: 'arn',
    application: { awsAccountId: '111122223333', awsRegion: 'us-east-1', sipRuleId: 'r1', sipMediaApplicationId: 'a1' },
    invoke: async (_arn, event) => {
      const heard = event as ToldEvent;
      told.push(heard);
      const answer = await script(heard, told.length);
      return answer === failing ? failing : { kind: 'payload', payload: answer };
    },
    behavior,
    timers,
    observer,
    policy: awsInvocationPolicy,
    stopwatch: () => timers.now(),
  });
  const transaction = new Transaction({
    caller,
    invoker,
    opening,
    observer,
    stopwatch: () => timers.now(),
    parts: { behavior, timers } as Partial<ServiceParts> as ServiceParts,
    startAction: ({ Type, Parameters }, control) => {
      const work = actionAtWork(Type, Parameters, control);
      atWork.push(work);
      return work;
    },
    ...(options.onOpened === undefined ? {} : { onOpened: options.onOpened }),
  });
  const outcome = transaction.run();
  await settled();
  return {
    transaction,
    caller,
    timers,
    told,
    invocations,
    traces,
    notes,
    outcome,
    get begun() {
      return atWork.map(({ type }) => type);
    },
    running: () => atWork.at(-1)!,
    bob(callId = 'call-b') {
      const leg = new FakeLeg({ callId, tag: 'LEG-B', direction: 'Outbound' });
      transaction.addLeg(leg);
      return leg;
    },
  };
}

function actionAtWork(
  type: string,
  parameters: Readonly<Record<string, unknown>>,
  control: CallControl,
): ActionAtWork & { done: Promise<ActionResult>; abort: () => void } {
  const { promise, resolve } = Promise.withResolvers<ActionResult>();
  const work = {
    type,
    parameters,
    aborted: false,
    done: promise,
    abort: () => {
      work.aborted = true;
      resolve({ kind: 'successful', parameters });
    },
    succeeds: (outcome?: Record<string, unknown>) => {
      resolve({ kind: 'successful', parameters, ...(outcome === undefined ? {} : { outcome }) });
      return settled();
    },
    fails: () => {
      resolve({ kind: 'failed', parameters, errorType: 'InvalidActionParameter', errorMessage: 'no good' });
      return settled();
    },
  };
  if (type === 'Hangup') {
    legOf(control, parameters)?.hangUp(0);
    resolve({ kind: 'successful', parameters });
  }
  return work;
}

/** Lets everything happen that waits for nothing but its turn. */
export function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}

/** What the function was told of: event and action. */
export function toldTypes({ told }: CallAtWork): string[] {
  return told.map(({ InvocationEventType: type, ActionData: data }) =>
    data === undefined ? type : `${type} ${data.Type}`,
  );
}

/** Answers by event and action; what is not named gets an empty list. */
export function answering(answers: Readonly<Record<string, unknown>>): FunctionScript {
  return ({ InvocationEventType: type, ActionData: data }) => {
    const answer = answers[data === undefined ? type : `${type} ${data.Type}`] ?? answers[type];
    return answer === undefined || Array.isArray(answer) ? { SchemaVersion: '1.0', Actions: answer ?? [] } : answer;
  };
}

/** An action as a function writes it. */
export function action(type: string, parameters: Record<string, unknown> = {}): object {
  return { Type: type, Parameters: parameters };
}
