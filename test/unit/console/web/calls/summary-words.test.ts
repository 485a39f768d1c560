import type { CallResponse } from '../../../../../shared/contracts/calls-api.ts';
import { summaryWords } from '../../../../../console/web/calls/summary-words.ts';

type Summary = NonNullable<CallResponse['summary']>;

const underWay: Summary = {
  startedAt: '2026-11-18T15:00:00.000Z',
  ending: 'underWay',
  fallbackUsed: false,
  attempts: [],
  contextSent: false,
  breaches: 0,
  slowestMs: 12,
};
const answered: Summary = {
  ...underWay,
  endedAt: '2026-11-18T15:02:05.000Z',
  ending: 'answered',
  hungUpBy: 'caller',
  entry: 'alexa-skill-call',
  ruleId: 'lost-card',
  reasonId: 'lost-card',
  tableVersion: 7,
  answeredBy: 'branch:tacoma',
  timeToAnswerMs: 12_000,
  contextSent: true,
  contextDelivered: true,
};

describe('a call in a sentence', () => {
  it.each<[string, Summary, string]>([
    [
      'that was answered',
      answered,
      'A call by Alexa skill about lost-card was decided by rule lost-card of version 7 and was answered by branch tacoma after 12 s; the caller hung up after 2 min 5 s. The context was sent along and looked at.',
    ],
    ['that has just begun', underWay, 'A call was not decided yet and is under way. The context was not sent along.'],
    [
      'whose receipt is missing',
      { ...underWay, ending: 'unanswered', endedAt: '2026-11-18T15:00:30.000Z', contextSent: true, ruleId: 'default' },
      'A call was decided by the default and reached nobody after 30 s. The context was sent along; whether somebody looked at it is not known.',
    ],
    [
      'that ended with a message and a mark',
      { ...underWay, ending: 'voicemailLeft', voicemail: {}, mark: 4, ruleId: 'night' },
      'A call was decided by rule night and ended with a message. The caller left a message. The caller gave it a mark of 4 out of 5. The context was not sent along.',
    ],
  ])('%s', (_name, summary, words) => {
    expect(summaryWords(summary)).toBe(words);
  });
});
