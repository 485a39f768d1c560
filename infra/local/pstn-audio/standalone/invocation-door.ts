import type { Ids } from '../../../../shared/ports/ids.ts';
import type { FunctionsHost } from '../../functions/functions-host.ts';
import { functionAnswer } from '../doors/function-answer.ts';
import type { InvokeFunction } from '../service/invocation/invoke-with-retry.ts';

export interface InvocationDoorOptions {
  /** Calls may come in before the functions are there: they wait. */
  readonly functions: Promise<FunctionsHost>;
  readonly ids: Ids;
  /** Told which call an invocation is for, before it begins. */
  readonly onRequest: (requestId: string, transactionId: string) => void;
}

/** The way from PSTN Audio to the functions. */
export function invocationDoor({ functions, ids, onRequest }: InvocationDoorOptions): InvokeFunction {
  return async (arn, event) => {
    const requestId = ids.uuid();
    const transactionId = transactionIdOf(event);
    if (transactionId !== undefined) onRequest(requestId, transactionId);
    return functionAnswer(await (await functions).invoke(arn, event, requestId));
  };
}

function transactionIdOf(event: unknown): string | undefined {
  const details = (event as { CallDetails?: { TransactionId?: unknown } } | null)?.CallDetails;
  return typeof details?.TransactionId === 'string' ? details.TransactionId : undefined;
}
