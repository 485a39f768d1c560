import { answerError, type Answer } from './answer.ts';

export function recordsUnavailable(): Answer {
  return answerError(503, 'records-unavailable', 'No record of a call is kept here: CALL_RECORDS_TABLE is not set.');
}
