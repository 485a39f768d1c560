import type { FunctionErrorBody, InvokeResult } from '../../functions/invoke-result.ts';
import type { FunctionAnswer } from '../service/invocation/invoke-with-retry.ts';

/** What PSTN Audio makes of an invocation. Errors come with the names that the function gave them, not as `Unhandled` all. */
export function functionAnswer(result: InvokeResult): FunctionAnswer {
  if (result.statusCode !== 200) return { kind: 'error', errorType: result.errorType, errorMessage: result.message };
  if (result.functionError === undefined) return { kind: 'payload', payload: result.payload };
  const { errorType, errorMessage } = result.payload as FunctionErrorBody;
  return { kind: 'error', errorType, errorMessage };
}
