/** The three cases of AWS's skill-call documents. */
export type CallCase = 'contact-center' | 'branch' | 'meeting';

/** What somebody says to Alexa, and who puts the receiver down in the end. */
export interface Scenario {
  readonly case: CallCase;
  readonly title: string;
  readonly utterances: readonly [string, ...string[]];
  readonly endedBy: 'caller' | 'callee';
}

export const scenarios: readonly Scenario[] = [
  {
    case: 'contact-center',
    title: 'A lost card: the contact centre, which sees who is calling before it says hello',
    utterances: [
      'ask example bank to call support about my lost card',
      'one two three four five six seven eight',
      'yes',
    ],
    endedBy: 'callee',
  },
  {
    case: 'branch',
    title: 'The nearest branch that is open: the one next door is not',
    utterances: [
      'ask example bank to connect me to my nearest branch',
      'one two three four five six seven eight',
      'yes',
    ],
    endedBy: 'caller',
  },
  {
    case: 'meeting',
    title: 'A mortgage: a meeting, with an adviser in it',
    utterances: ['ask example bank to talk to a mortgage adviser', 'one two three four five six seven eight', 'yes'],
    endedBy: 'caller',
  },
];
