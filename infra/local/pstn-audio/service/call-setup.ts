import type { ServiceParts } from './call-control.ts';
import type { Opening } from './invocation/invocation-event.ts';
import { Invoker } from './invocation/invoker.ts';
import type { InvocationPolicy, InvokeFunction } from './invocation/invoke-with-retry.ts';
import type { FirstLeg } from './legs/leg.ts';
import type { PstnAudioObserver } from './trace.ts';
import { Transaction } from './transaction.ts';

/** What every call is made with. */
export interface CallSetup {
  readonly parts: ServiceParts;
  readonly invoke: InvokeFunction;
  readonly policy: InvocationPolicy;
  readonly observer: PstnAudioObserver;
  /** Milliseconds on a clock that never goes back. */
  readonly stopwatch: () => number;
}

/** The SIP media application that has a call. */
export interface CalledApplication {
  readonly SipMediaApplicationId: string;
  readonly AwsRegion: string;
  readonly Endpoints: readonly { readonly LambdaArn: string }[];
}

export interface TransactionRequest {
  readonly transactionId: string;
  readonly application: CalledApplication;
  readonly sipRuleId: string | undefined;
  readonly caller: FirstLeg;
  readonly opening: Opening;
  readonly onOpened?: () => void;
}

/** A call and the application whose function decides about it. */
export function newTransaction(request: TransactionRequest, setup: CallSetup): Transaction {
  const { application, caller, onOpened, opening, sipRuleId, transactionId } = request;
  const { invoke, observer, parts, policy, stopwatch } = setup;
  const invoker = new Invoker({
    transactionId,
    functionArn: application.Endpoints[0]?.LambdaArn ?? '',
    application: {
      awsAccountId: parts.objects.awsAccountId,
      awsRegion: application.AwsRegion,
      sipRuleId,
      sipMediaApplicationId: application.SipMediaApplicationId,
    },
    invoke,
    policy,
    stopwatch,
    observer,
    behavior: parts.behavior,
    timers: parts.timers,
  });
  return new Transaction({
    parts,
    caller,
    invoker,
    opening,
    observer,
    stopwatch,
    ...(onOpened === undefined ? {} : { onOpened }),
  });
}
