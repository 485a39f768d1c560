/** What a caller says, who wants to be put through: English, as `npm run demo` has it. */
export interface CallInWords {
  readonly opening: string;
  /** What Alexa is told when she asks for the account. */
  readonly accountNumber: string;
  /** What she is told for as long as she asks anything else. */
  readonly consent: string;
}

const numerals = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'] as const;
/** Of the example bank's customer, who has told it in every demo. */
const usualAccount = '12345678';

export function callInWords(invocationName: string, reason: string, accountNumber: string = usualAccount): CallInWords {
  return {
    opening: `ask ${invocationName} to call about ${reason}`,
    accountNumber: accountNumber.replaceAll(/\d/gu, (digit) => `${numerals[Number(digit)] ?? digit} `).trim(),
    consent: 'yes',
  };
}
