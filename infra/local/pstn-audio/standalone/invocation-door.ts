import type { Ids } from '../../../../shared/ports/ids.ts';
import type { FunctionsHost } from '../../functions/functions-host.ts';
import type { InvokeFunction } from '../service/invocation/invoke-with-retry.ts';
import type { CallWatch } from './watching/call-watch.ts';

export interface InvocationDoorOptions {
  /** Calls may come in before the functions are there: they wait. */
  readonly functions: Promise<FunctionsHost>;
  readonly ids: Ids;
  /** Is told what belongs together; absent: nobody watches. */
  readonly watch: CallWatch | undefined;
}

/** The way from PSTN Audio to the functions. Errors come with the names that the functions gave them, not as `Unhandled` all. */
export function invocationDoor({ functions, ids, watch }: InvocationDoorOptions): InvokeFunction {
  return async (arn, event) => {
    const requestId = ids.uuid();
    const transactionId = transactionIdOf(event);
    if (transactionId !== undefined) watch?.onRequest(requestId, transactionId);
    const result = await (await functions).invoke(arn, event, requestId);
    if (result.statusCode !== 200) return { kind: 'error', errorType: result.errorType };
    if (result.functionError === undefined) return { kind: 'payload', payload: result.payload };
    const { errorType = result.functionError, errorMessage = '' } = result.payload as {
      readonly errorType?: string;
      readonly errorMessage?: string;
    };
    watch?.onFunctionFailed({ functionArn: arn, requestId, errorType, errorMessage });
    return { kind: 'error', errorType };
  };
}

function transactionIdOf(event: unknown): string | undefined {
  const details = (event as { CallDetails?: { TransactionId?: unknown } } | null)?.CallDetails;
  return typeof details?.TransactionId === 'string' ? details.TransactionId : undefined;
}
