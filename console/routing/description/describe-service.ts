import type {
  Afterwards,
  CallerKeyCommand,
  CallService,
  RecordingPolicy,
} from '../../../shared/domain/routing/call-service.ts';

const recordingWords: Readonly<Record<RecordingPolicy, string>> = {
  always: 'recorded, and callers are told',
  ask: 'recorded if the caller agrees',
};
const afterwardsWords: Readonly<Record<Afterwards, string>> = {
  anotherTry: 'another try is offered afterwards',
  survey: 'a survey follows',
};
const keyWords: Readonly<Record<CallerKeyCommand, string>> = {
  nextPerson: 'next person',
  hangUp: 'hang up',
  pauseRecording: 'pause recording',
  resumeRecording: 'resume recording',
};

/** "recorded, and callers are told; a survey follows; *1 next person, *9 hang up". */
export function describeService({ recording, afterwards, keys = {} }: CallService): string {
  const pressed = Object.entries(keys).map(([digit, command]) => `*${digit} ${keyWords[command]}`);
  return [
    ...(recording === undefined ? [] : [recordingWords[recording]]),
    ...(afterwards === undefined ? [] : [afterwardsWords[afterwards]]),
    ...(pressed.length === 0 ? [] : [pressed.join(', ')]),
  ].join('; ');
}
