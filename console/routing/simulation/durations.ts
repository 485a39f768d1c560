/** How long things take where nobody can know: a simulation is to be read, not to be measured by. In seconds. */
export const assumed = {
  /** Until somebody who answers lifts the receiver. */
  answering: 6,
  /** Until the network says that nobody can be reached. */
  failing: 1,
  /** An operator's service, or a meeting that is opened. */
  asking: 1,
  /** Until an adviser has come into the meeting. */
  joining: 10,
  /** For a voicemail. */
  message: 20,
  /** Until a key is pressed after a question. */
  pressing: 2,
  /** Without a key, after each time that a question is asked (RepeatDurationInMilliseconds of SpeakAndGetDigits). */
  waitingForKey: 5,
} as const;

/** A calm voice says some fifteen characters a second. */
const charactersPerSecond = 15;

export function secondsToSay(text: string): number {
  return Math.max(1, Math.round(text.length / charactersPerSecond));
}
