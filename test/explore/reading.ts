import type { Behavior } from '../../infra/local/pstn-audio/config/behavior.ts';

/** A way to read what AWS's pages leave open. The flow has to be right under each. */
export interface Reading extends Pick<
  Behavior,
  | 'MidListResults'
  | 'TransactionAttributes'
  | 'AbandonedAction'
  | 'HangupOfOneLeg'
  | 'ReceiveDigits'
  | 'ParticipantOrder'
  | 'StatusInFirstEvent'
> {
  /** What an empty answer to an action's result means for what is left of the list: it goes on (AWS's workshop), or falls (use-cases). */
  readonly EmptyReply: 'GoesOn' | 'Stops';
  /** Whether Participants go on showing another side that has ended and been told of. */
  readonly EndedOtherSide: 'Shown' | 'Hidden';
}

/** The other switches of the local service, and why they are no readings here; a switch that is new is missed by the compiler. */
export const elsewhere = {
  FirstResultSequence: 'the model knows no sequence numbers: the flow must not go by them',
  RetrySequence: 'each event is told once more with either, and the answers compared',
  MaximumTransactionAttributes: 'each answer is held against the smaller number',
  EmptyFirstReply: 'an empty reply to a new call is a breach under both',
  PstnSipHeaders: 'headers for a telephone number are a breach under both',
  SpeakRequestsPerSecond: 'each Speak is throttled once',
} as const satisfies Record<Exclude<keyof Behavior, keyof Reading>, string>;

/** In the order of the columns of `runs`; the first of each two is the local service's default. */
function readingOf(bits: readonly boolean[]): Reading {
  const [midList, merge, abandonedSilently, abandonedFails, hangup, again, order, status, stops, hidden] = bits;
  return {
    MidListResults: midList === true ? 'LastAction' : 'ReportingActions',
    TransactionAttributes: merge === true ? 'Merge' : 'Replace',
    AbandonedAction: abandonedSilently === true ? 'Nothing' : abandonedFails === true ? 'Failed' : 'Successful',
    HangupOfOneLeg: hangup === true ? 'Hangup' : 'ActionSuccessful',
    ReceiveDigits: again === true ? 'Again' : 'Once',
    ParticipantOrder: order === true ? 'LegBFirst' : 'LegAFirst',
    StatusInFirstEvent: status === true,
    EmptyReply: stops === true ? 'Stops' : 'GoesOn',
    EndedOtherSide: hidden === true ? 'Hidden' : 'Shown',
  };
}

/** Plackett and Burman's twelve runs: of any two columns, each pair of values occurs in three of them. */
const firstRun = [true, true, false, true, true, true, false, false, false, true, false];
const runs: readonly (readonly boolean[])[] = [
  firstRun.map(() => false),
  ...firstRun.map((_, shift) => firstRun.map((_bit, column) => firstRun[(column + shift) % firstRun.length] === true)),
];

/** Every pair of values of any two switches is in one of these; the first is the local service's default. */
export const readings: readonly Reading[] = runs.map(readingOf);

/** With their mirror images: every three values of any three switches. */
export const allReadings: readonly Reading[] = [...runs, ...runs.map((run) => run.map((bit) => !bit))].map(readingOf);

/** What is not as in the first reading: "LastAction, Merge". */
export function nameOf(reading: Reading): string {
  const usual = readingOf([]);
  const different = (Object.keys(usual) as (keyof Reading)[]).filter((key) => reading[key] !== usual[key]);
  return different.length === 0 ? 'usual' : different.map((key) => `${key}=${String(reading[key])}`).join(', ');
}
