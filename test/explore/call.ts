/**
 * Where a call stands at PSTN Audio, as far as it matters for what can come of it: no sequence numbers, no times. Numbers that are
 * not counts stand for values of `Interned`; 0 is none.
 */
export interface Call {
  /** The caller; `ringing` while they are being called back. */
  readonly a: 'ringing' | 'connected' | 'gone';
  /** The other side. */
  readonly b: 'none' | 'phone' | 'meeting' | 'gone';
  /** Which of two CallIds the other side has: whoever is rung next has the other one. */
  readonly bId: 0 | 1 | 2;
  /** The meeting that the other side stands for. */
  readonly bMeeting: number;
  /** Somebody was the other side before, and is shown as disconnected. */
  readonly former: boolean;

  /** The action that runs. */
  readonly running: number;
  /** A new list has come since it began. */
  readonly superseded: boolean;
  /** The actions that wait. */
  readonly waiting: readonly number[];
  /** What the function is still to be told, in order. */
  readonly pending: readonly number[];
  readonly attributes: number;
  /** The caller's keys are listened for. */
  readonly armed: boolean;
  /** The caller's leg was recorded: that is done once in its life. */
  readonly recorded: boolean;

  /** Meetings that were opened for the call and not closed. */
  readonly open: readonly number[];
  /** Meetings that were closed: whoever asks for one again by the same token does not get it. */
  readonly closed: readonly number[];
  /** Who is in the meeting that is open, as bits: 1 is an adviser of whom nobody tells, the others are in the scenario's order. */
  readonly advisers: number;
  /** News of advisers that were given, as bits: given again, they are the same news come twice. */
  readonly news: number;

  /** Meetings that the function cannot know of, for what it wrote down was lost: they end by themselves when they are empty. */
  readonly lost: readonly number[];

  /** Nothing has been said to the caller since the call began, since an attempt failed, or since they waited. */
  readonly owed: boolean;
  /** Somebody had the call hung up: nothing is owed any more. */
  readonly dismissed: boolean;
  /** A policy has ended the plan. */
  readonly ended: boolean;
  /** Look-ups of the plan that were made. */
  readonly asked: readonly number[];
  /** Commands that were given and taken. */
  readonly done: readonly number[];
  /** The function's last answer was refused: a second time ends the call. */
  readonly refused: boolean;

  /** How many more things of a kind may happen: keys pressed when asked, "*" and a key, commands, oddities of the service. */
  readonly answers: number;
  readonly keys: number;
  readonly commands: number;
  readonly oddities: number;
}

/** The same for calls in the same place only. */
export function keyOf(call: Call): string {
  const { a, b, bId, bMeeting, former, running, superseded, waiting, pending, attributes, armed, recorded } = call;
  const {
    open,
    closed,
    lost,
    advisers,
    news,
    owed,
    dismissed,
    ended,
    asked,
    done,
    refused,
    answers,
    keys,
    commands,
    oddities,
  } = call;
  const flags =
    (former ? 1 : 0) |
    (superseded ? 2 : 0) |
    (armed ? 4 : 0) |
    (recorded ? 8 : 0) |
    (owed ? 32 : 0) |
    (ended ? 64 : 0) |
    (refused ? 128 : 0) |
    (dismissed ? 256 : 0);
  return `${a[0]}${b[0]}${bId}${bMeeting};${flags};${running};${waiting.join()};${pending.join()};${attributes};${open.join()};${closed.join()};${lost.join()};${asked.join()};${done.join()};${answers}${keys}${commands}${oddities};${advisers},${news}`;
}

/** Two sides hear each other. */
export function isTalk({ a, b, bMeeting, open, advisers }: Call): boolean {
  return a === 'connected' && (b === 'phone' || (b === 'meeting' && advisers !== 0 && open.includes(bMeeting)));
}

export function otherIsThere({ b }: Call): boolean {
  return b === 'phone' || b === 'meeting';
}

/** Nobody has a connected leg any more. */
export function isDeserted(call: Call): boolean {
  return call.a === 'gone' && !otherIsThere(call);
}
