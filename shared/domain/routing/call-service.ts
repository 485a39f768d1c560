/** What a rule grants its callers beside the attempts; the default's callers too. Absent fields: nothing of the kind. */
export interface CallService {
  /** `always`: the conversation is recorded, and the caller is told before; `ask`: only when they press 1. */
  readonly recording?: RecordingPolicy;
  /** What the caller is offered when the other side hangs up first. Absent: the call ends. */
  readonly afterwards?: Afterwards;
  /** What the caller can press while they talk, by the key after "*". */
  readonly keys?: CallerKeys;
}

export const recordingPolicies = ['always', 'ask'] as const;
export type RecordingPolicy = (typeof recordingPolicies)[number];

/** `anotherTry`: to be connected again by pressing 1; `survey`: to press 1 to 5 for how satisfied they were. */
export const afterwardsOffers = ['anotherTry', 'survey'] as const;
export type Afterwards = (typeof afterwardsOffers)[number];

export const callerKeyDigits = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;
export type CallerKeyDigit = (typeof callerKeyDigits)[number];

/** `nextPerson`: the other side is hung up and the next attempt is made; `hangUp`: the call ends. */
export const callerKeyCommands = ['nextPerson', 'hangUp', 'pauseRecording', 'resumeRecording'] as const;
export type CallerKeyCommand = (typeof callerKeyCommands)[number];

export type CallerKeys = Readonly<Partial<Record<CallerKeyDigit, CallerKeyCommand>>>;
