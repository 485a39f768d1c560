import type { SpeakAndGetDigitsAction } from '../../shared/contracts/sma-response.ts';
import type { SpokenWords } from '../../shared/domain/call-speech/words.ts';
import { spoken } from './speak.ts';

/** How long a caller is given to press a key after a question, and the question is asked so many times in all. */
const waitMilliseconds = 5000;

export interface Question {
  readonly first: SpokenWords;
  /** Said in place of it when nothing, or nothing that is offered, was pressed. */
  readonly again: SpokenWords;
  /** The keys that are an answer: "1-5". */
  readonly keys: string;
  /** 3 for a menu; 1 to 3. */
  readonly tries: number;
}

/** Asks the caller for one key. When none of those offered comes in the end, the result has none, or is a failure. */
export function ask({ first, again, keys, tries }: Question): SpeakAndGetDigitsAction {
  return {
    Type: 'SpeakAndGetDigits',
    Parameters: {
      ParticipantTag: 'LEG-A',
      SpeechParameters: spoken(first),
      FailureSpeechParameters: spoken(again),
      InputDigitsRegex: `^[${keys}]$`,
      MinNumberOfDigits: 1,
      MaxNumberOfDigits: 1,
      InBetweenDigitsDurationInMilliseconds: 1000,
      Repeat: tries,
      RepeatDurationInMilliseconds: waitMilliseconds,
    },
  };
}
