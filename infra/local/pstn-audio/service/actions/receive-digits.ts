import { receiveDigitsSchema } from '../../../../../shared/contracts/sma-actions/receive-digits.ts';
import type { Timer, Timers } from '../../../../../shared/ports/timers.ts';
import type { RtpEndpoint } from '../../media/rtp-endpoint.ts';
import { finishedAction, parameterProblem, successfulAction, type RunningAction } from '../action-result.ts';
import type { CallControl } from '../call-control.ts';
import { readPattern } from '../prompts/digit-rules.ts';
import { prepareAction, refusal } from '../prompts/prepared-action.ts';

/**
 * Listens for digits on a leg while other actions run, a bridged leg too: the other side hears them all the same (Amazon Chime SDK
 * developer guide, listen-to-digits and case-4). It has succeeded as soon as it listens; what is pressed is told by DIGITS_RECEIVED.
 *
 * What is pressed after that is passed over until the action is asked for again, as that page says. Where Behavior has ReceiveDigits
 * 'Again' it goes on listening until it is armed anew or the leg ends: a public function arms it once and waits for one code after
 * another.
 */
export function receiveDigits(parameters: Readonly<Record<string, unknown>>, control: CallControl): RunningAction {
  const prepared = prepareAction({ schema: receiveDigitsSchema.shape.Parameters, parameters, control });
  if (prepared.kind === 'refused') return prepared.run;
  const { leg, audio, value } = prepared;
  const pattern = readPattern(value.InputDigitsRegex);
  if (pattern === 'invalid') return refusal(parameters, control, parameterProblem('InputDigitsRegex'));

  const filledIn = { ...value, CallId: leg.description.callId };
  const stop = listen({
    audio,
    timers: control.parts.timers,
    pattern,
    pauseMilliseconds: value.InBetweenDigitsDurationInMilliseconds,
    flushMilliseconds: value.FlushDigitsDurationInMilliseconds,
    received: (digits) => {
      if (control.parts.behavior.ReceiveDigits === 'Once') control.armedDigits.disarm(leg.description.callId);
      control.digitsReceived(filledIn, digits);
    },
  });
  control.armedDigits.arm(leg, stop);
  return finishedAction(successfulAction(filledIn, { ReceivedDigits: '' }));
}

interface DigitListener {
  readonly audio: Pick<RtpEndpoint, 'listen'>;
  readonly timers: Timers;
  readonly pattern: RegExp;
  readonly pauseMilliseconds: number;
  readonly flushMilliseconds: number;
  /** Never called after the function returned has been called. */
  readonly received: (digits: string) => void;
}

/**
 * The pattern is tried after each pause; without a match the digits are kept, until the flush, counted from the first, hands them
 * over. With the digits handed over it begins anew.
 */
function listen({ audio, timers, pattern, pauseMilliseconds, flushMilliseconds, received }: DigitListener): () => void {
  let digits = '';
  let pause: Timer | undefined;
  let flush: Timer | undefined;
  const startAnew = (): void => {
    pause?.cancel();
    flush?.cancel();
    flush = undefined;
    digits = '';
  };
  const handOver = (): void => {
    const entered = digits;
    startAnew();
    received(entered);
  };
  return audio.listen({
    frame: () => undefined,
    digit(digit) {
      digits += digit;
      pause?.cancel();
      pause = timers.after(pauseMilliseconds, () => {
        if (pattern.test(digits)) handOver();
      });
      flush ??= timers.after(flushMilliseconds, handOver);
    },
    released: startAnew,
  });
}
