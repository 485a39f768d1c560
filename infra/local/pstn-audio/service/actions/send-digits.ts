import { sendDigitsSchema } from '../../../../../shared/contracts/sma-actions/send-digits.ts';
import { successfulAction, type ActionProblem, type RunningAction } from '../action-result.ts';
import type { CallControl } from '../call-control.ts';
import { prepareAction } from '../prompts/prepared-action.ts';
import { missingParameter } from '../prompts/speech-request.ts';
import { answerIfCaller, startOnLeg, unlessAborted } from '../prompts/start-on-leg.ts';

const defaultToneMilliseconds = 250;

/** In the words of the page. */
const wrongDuration: ActionProblem = {
  errorType: 'InvalidActionParameter',
  errorMessage: 'ToneDuration parameter value is invalid.',
};

/** Presses keys on a leg (Amazon Chime SDK developer guide, send-digits). When it is aborted a key that is down is let go, and no other pressed. */
export function sendDigits(parameters: Readonly<Record<string, unknown>>, control: CallControl): RunningAction {
  const prepared = prepareAction({
    schema: sendDigitsSchema.shape.Parameters,
    parameters,
    control,
    problemOf: (name, whatIsWrong) => {
      if (name === 'CallId' && whatIsWrong === 'missing') return missingParameter;
      return name === 'ToneDurationInMilliseconds' ? wrongDuration : undefined;
    },
  });
  if (prepared.kind === 'refused') return prepared.run;

  const { leg, audio, value } = prepared;
  const { Digits: digits, ToneDurationInMilliseconds: toneMilliseconds = defaultToneMilliseconds } = value;
  return startOnLeg(leg, async (signal) => {
    answerIfCaller(leg, control);
    await unlessAborted(audio.sendDigits(digits, { toneMilliseconds, signal }), signal);
    return successfulAction({ ...value, CallId: leg.description.callId });
  });
}
