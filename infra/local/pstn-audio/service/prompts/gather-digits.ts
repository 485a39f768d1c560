import type { RtpEndpoint } from '../../media/rtp-endpoint.ts';
import { failedAction, successfulAction, type ActionResult } from '../action-result.ts';
import type { CallControl } from '../call-control.ts';
import type { Leg } from '../legs/leg.ts';
import type { DigitRules } from './digit-rules.ts';
import { getDigits } from './get-digits.ts';
import { answerIfCaller } from './start-on-leg.ts';

export interface DigitGathering {
  readonly leg: Leg;
  readonly audio: RtpEndpoint;
  readonly control: CallControl;
  readonly prompt: Int16Array;
  readonly failurePrompt: Int16Array;
  readonly rules: DigitRules;
  readonly signal: AbortSignal;
  /** As they go back. */
  readonly parameters: Readonly<Record<string, unknown>>;
}

/**
 * Gathers digits on a leg. When all attempts have failed, it fails with InvalidDigitsReceived, which public handlers wait for; no page has
 * words for it: these are ours.
 */
export async function gatherDigits({ leg, control, parameters, ...request }: DigitGathering): Promise<ActionResult> {
  answerIfCaller(leg, control);
  const outcome = await getDigits({ ...request, timers: control.parts.timers });
  return outcome.kind === 'notReceived'
    ? failedAction(parameters, {
        errorType: 'InvalidDigitsReceived',
        errorMessage: 'The digits received are invalid.',
      })
    : successfulAction(parameters, { ReceivedDigits: outcome.digits });
}
