import type { InvokeResult } from '../functions/invoke-result.ts';
import type { FunctionAnswer } from '../pstn-audio/service/invocation/invoke-with-retry.ts';

/** What PSTN Audio makes of an invocation. */
export function functionAnswer(result: InvokeResult): FunctionAnswer {
  if (result.statusCode !== 200) return { kind: 'error', errorType: result.errorType };
  return result.functionError === undefined
    ? { kind: 'payload', payload: result.payload }
    : { kind: 'error', errorType: result.functionError };
}

/** What Alexa makes of one. @throws Error when the skill did not answer: Alexa then says that something went wrong. */
export function skillAnswer(result: InvokeResult): unknown {
  const answer = functionAnswer(result);
  if (answer.kind === 'payload') return answer.payload;
  throw new Error(`the skill's function failed: ${answer.errorType}`);
}
