/** What an operator, an agent or an adviser can have done to a call that is under way. */
export const callCommandNames = [
  'transfer',
  'hangUp',
  'mute',
  'unmute',
  'adviserJoined',
  'adviserLeft',
  'adviserDropped',
] as const;
export type CallCommandName = (typeof callCommandNames)[number];

/** News of advisers: `adviserDropped` is one whose connection was lost, and who may come back. */
export const adviserNewsNames = [
  'adviserJoined',
  'adviserLeft',
  'adviserDropped',
] as const satisfies readonly CallCommandName[];
export type AdviserNewsName = (typeof adviserNewsNames)[number];

export interface AdviserNewsCommand {
  readonly command: AdviserNewsName;
  /** Tells late news of a meeting that was left from news of the one that the caller is in. Absent: it is of that one. */
  readonly meetingId?: string;
  /** Which of several advisers it is about. Absent: it is about all who are there. */
  readonly attendeeId?: string;
  /** Epoch milliseconds, as text: of two news of one adviser that come in the wrong order, the older one does not count. */
  readonly happenedAt?: string;
}

/** A destination is named by kind and id, as records name it ("branch:tacoma"), never by number: only the table's are dialled. */
export type CallCommand =
  | { readonly command: 'transfer'; readonly destination: string }
  | AdviserNewsCommand
  | { readonly command: Exclude<CallCommandName, 'transfer' | AdviserNewsName> };
