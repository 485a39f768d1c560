import type { Attempt } from '../shared/domain/routing/plan.ts';

/** What an attempt of each kind is made of, beside words. */
const actionOf: Readonly<Record<Attempt['kind'], string>> = {
  contactCenter: 'CallAndBridge',
  branch: 'CallAndBridge',
  phone: 'CallAndBridge',
  meeting: 'JoinChimeMeeting',
  voicemail: 'RecordAudio',
  lookUp: 'Speak',
  message: 'Speak',
};

/** Whether the result of such an action is news of this attempt; one without a type counts as that. */
export function isOfAttempt({ kind }: Attempt, type: string | undefined): boolean {
  return type === undefined || type === 'Speak' || type === actionOf[kind];
}

/** Whether it is news of a question, or of the words before it. */
export function isOfQuestion(type: string | undefined): boolean {
  return type === undefined || type === 'SpeakAndGetDigits' || type === 'Speak';
}
