import type { Ids } from '../../../../shared/ports/ids.ts';
import type { FunctionsHost } from '../../functions/functions-host.ts';
import { functionAnswer } from '../doors/function-answer.ts';
import type { InvokeFunction } from '../service/invocation/invoke-with-retry.ts';
import type { FunctionErrorBody, InvokeResult } from '../../functions/invoke-result.ts';

export interface InvocationDoorOptions {
  /** Calls may come in before the functions are there: they wait. */
  readonly functions: Promise<FunctionsHost>;
  readonly ids: Ids;
  /** Where in a function's own code a stack trace comes from. */
  readonly placeOf: (arn: string, trace: readonly string[]) => string | undefined;
  /** Told which call an invocation is for, before it begins. */
  readonly onRequest: (requestId: string, transactionId: string) => void;
}

/** The way from PSTN Audio to the functions. */
export function invocationDoor({ functions, ids, onRequest, placeOf }: InvocationDoorOptions): InvokeFunction {
  return async (arn, event) => {
    const requestId = ids.uuid();
    const transactionId = transactionIdOf(event);
    if (transactionId !== undefined) onRequest(requestId, transactionId);
    const result = await (await functions).invoke(arn, event, requestId);
    const answer = functionAnswer(result);
    const place = answer.kind === 'error' ? placeOf(arn, traceOf(result)) : undefined;
    return place === undefined ? answer : { ...answer, place };
  };
}

function traceOf(result: InvokeResult): readonly string[] {
  if (result.statusCode !== 200 || result.functionError === undefined) return [];
  return (result.payload as FunctionErrorBody).trace ?? [];
}

function transactionIdOf(event: unknown): string | undefined {
  const details = (event as { CallDetails?: { TransactionId?: unknown } } | null)?.CallDetails;
  return typeof details?.TransactionId === 'string' ? details.TransactionId : undefined;
}
