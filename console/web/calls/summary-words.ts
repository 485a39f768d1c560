import type { CallResponse } from '../../../shared/contracts/calls-api.ts';
import { destinationName } from '../simulator/destinations.ts';
import { durationWords } from '../ui/duration.ts';
import { entryWords, ruleWords } from './words.ts';

type Summary = NonNullable<CallResponse['summary']>;

/** The call in a sentence or two, without its time. */
export function summaryWords(summary: Summary): string {
  const { entry, reasonId, ruleId, tableVersion, voicemail, mark } = summary;
  const came = [
    'A call',
    ...(entry === undefined ? [] : [`by ${entryWords[entry]}`]),
    ...(reasonId === undefined ? [] : [`about ${reasonId}`]),
  ].join(' ');
  const version = tableVersion === undefined ? '' : ` of version ${tableVersion}`;
  const decided = ruleId === undefined ? 'was not decided yet' : `was decided by ${ruleWords(ruleId)}${version}`;
  return [
    `${came} ${decided} and ${endingSentence(summary)}.`,
    ...(voicemail === undefined ? [] : ['The caller left a message.']),
    ...(mark === undefined ? [] : [`The caller gave it a mark of ${mark} out of 5.`]),
    contextSentence(summary),
  ].join(' ');
}

function endingSentence({ ending, answeredBy, timeToAnswerMs, hungUpBy, startedAt, endedAt }: Summary): string {
  const length = endedAt === undefined ? '' : ` after ${durationWords(Date.parse(endedAt) - Date.parse(startedAt))}`;
  const answer = timeToAnswerMs === undefined ? '' : ` after ${durationWords(timeToAnswerMs)}`;
  switch (ending) {
    case 'underWay':
      return answeredBy === undefined
        ? 'is under way'
        : `is under way; ${destinationName(answeredBy)} answered${answer}`;
    case 'answered': {
      const hangers = { caller: 'the caller', otherSide: 'the other side', operator: 'an operator' } as const;
      const end = hungUpBy === undefined ? '' : `; ${hangers[hungUpBy]} hung up${length}`;
      return `was answered by ${answeredBy === undefined ? 'somebody' : destinationName(answeredBy)}${answer}${end}`;
    }
    case 'voicemailLeft':
      return `ended with a message${length}`;
    case 'unanswered':
      return `reached nobody${length}`;
    case 'callerLeft':
      return `was given up by the caller${length}`;
    case 'hungUp':
      return `was ended by an operator${length}`;
    case 'callbackDeclined':
      return `was declined when it was called back${length}`;
    case 'told':
      return `ended with words${length}`;
  }
}

function contextSentence({ contextSent, contextDelivered, endedAt }: Summary): string {
  if (!contextSent) return 'The context was not sent along.';
  if (contextDelivered === true) return 'The context was sent along and looked at.';
  if (contextDelivered === false) return 'The context was sent along; nobody looked at it.';
  return `The context was sent along; whether somebody looked at it is ${endedAt === undefined ? 'known after the end' : 'not known'}.`;
}
