/** What the function says of its own accord; all else that callers hear is the routing table's. */
export const sayingNames = [
  /** Every attempt failed; the call ends. */
  'nobodyAnswered',
  /** A voicemail has been recorded; the call ends. */
  'thanksForVoicemail',
  /** Before the first ring: about a second, for the caller waits all the while. */
  'oneMoment',
  /** After a failure, before the next ring. */
  'tryingSomebodyElse',
  /** Before the caller waits in a meeting. */
  'adviserIsCalled',
  /** The connection of the adviser in the meeting was lost, and the caller waits again. */
  'adviserIsComingBack',
  /** The meeting is left: something else follows. */
  'callbackQuestion',
  'callbackAgain',
  'goodbye',
  /** The conversation is recorded whether or not the caller is asked: staying on the line is consent. */
  'callsAreRecorded',
  'recordingQuestion',
  /** It is asked once: whoever does not agree is told what follows. */
  'recordingAgain',
  'anotherTryQuestion',
  'anotherTryAgain',
  'surveyQuestion',
  'surveyAgain',
  /** The survey was answered; the call ends. */
  'thanksForSurvey',
  /** For whoever has to be asked again, whatever the question was. */
  'notUnderstood',
] as const;
export type SayingName = (typeof sayingNames)[number];

/**
 * All that is said in one locale; a file that lacks a sentence does not compile. A question is heard once more after its "again"
 * (speak-and-get-digits: first the failure speech, then the main one), and the "again" is the last to be heard when all tries
 * are used up: so it says that no choice was made, and does not ask.
 */
export interface LocaleWords {
  readonly sayings: Readonly<Record<SayingName, string>>;
  readonly menu: MenuPhrases;
}

/** What a menu is made of; names of reasons and their keys stand between. */
export interface MenuPhrases {
  /** Before the first choice. */
  readonly opening: string;
  /** One choice, a whole sentence; `name` is as the table has it ("a lost or stolen card"), `key` is 1 to 9. */
  option(name: string, key: number): string;
}
