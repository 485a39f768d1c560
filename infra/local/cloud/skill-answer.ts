import type { InvokeResult } from '../functions/invoke-result.ts';
import { functionAnswer } from '../pstn-audio/doors/function-answer.ts';

/** What Alexa makes of an invocation. @throws Error when the skill did not answer: Alexa then says that something went wrong. */
export function skillAnswer(result: InvokeResult): unknown {
  const answer = functionAnswer(result);
  if (answer.kind === 'payload') return answer.payload;
  throw new Error(`the skill's function failed: ${answer.errorType}`);
}
