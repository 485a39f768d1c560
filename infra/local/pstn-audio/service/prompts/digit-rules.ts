import { parameterProblem, type ActionProblem } from '../action-result.ts';

/** The parameters that PlayAudioAndGetDigits and SpeakAndGetDigits have in common, as they were read. */
export interface DigitParameters {
  readonly InputDigitsRegex?: string | undefined;
  readonly MinNumberOfDigits?: number | undefined;
  readonly MaxNumberOfDigits?: number | undefined;
  readonly TerminatorDigits?: readonly string[] | undefined;
  readonly InBetweenDigitsDurationInMilliseconds?: number | undefined;
  readonly Repeat?: number | undefined;
  readonly RepeatDurationInMilliseconds: number;
}

export interface DigitRules {
  readonly minimum: number;
  readonly maximum: number;
  readonly terminators: ReadonlySet<string>;
  readonly pattern: RegExp | undefined;
  /** How long the first digit is waited for after the prompt, and each other after the one before. */
  readonly firstDigitMilliseconds: number;
  readonly nextDigitMilliseconds: number;
  /** In all. */
  readonly attempts: number;
}

export type DigitRulesReading =
  | { readonly kind: 'rules'; readonly rules: DigitRules }
  | { readonly kind: 'invalid'; readonly problem: ActionProblem };

const defaultMaximum = 128;

/** Fills in the defaults (play-audio-get-digits). */
export function readDigitRules(parameters: DigitParameters): DigitRulesReading {
  const { MinNumberOfDigits: minimum = 0, MaxNumberOfDigits: maximum = defaultMaximum } = parameters;
  if (maximum < minimum) return { kind: 'invalid', problem: parameterProblem('MaxNumberOfDigits') };
  const pattern = parameters.InputDigitsRegex === undefined ? undefined : readPattern(parameters.InputDigitsRegex);
  if (pattern === 'invalid') return { kind: 'invalid', problem: parameterProblem('InputDigitsRegex') };
  const { attempts, nextDigitMilliseconds } = defaultsOf(parameters);
  return {
    kind: 'rules',
    rules: {
      minimum,
      maximum,
      terminators: new Set(parameters.TerminatorDigits ?? ['#']),
      pattern,
      firstDigitMilliseconds: parameters.RepeatDurationInMilliseconds,
      nextDigitMilliseconds,
      attempts,
    },
  };
}

/** The parameters that come back filled in though the function left them out, as was seen of AWS; the others do not. */
export function filledInDigitParameters(parameters: DigitParameters): Readonly<Record<string, number>> {
  const { attempts, nextDigitMilliseconds } = defaultsOf(parameters);
  return { Repeat: attempts, InBetweenDigitsDurationInMilliseconds: nextDigitMilliseconds };
}

/** Patterns are read as JavaScript's: which dialect AWS takes is not told. */
export function readPattern(text: string): RegExp | 'invalid' {
  try {
    return new RegExp(text);
  } catch {
    return 'invalid';
  }
}

function defaultsOf({
  Repeat: attempts = 1,
  RepeatDurationInMilliseconds: repeatDuration,
  InBetweenDigitsDurationInMilliseconds: nextDigitMilliseconds = repeatDuration,
}: DigitParameters): { readonly attempts: number; readonly nextDigitMilliseconds: number } {
  return { attempts, nextDigitMilliseconds };
}
