/** What an operator, an agent or an adviser can have done to a call that is under way. */
export const callCommandNames = ['transfer', 'hangUp', 'mute', 'unmute', 'adviserJoined', 'adviserLeft'] as const;
export type CallCommandName = (typeof callCommandNames)[number];

/** A destination is named by kind and id, as records name it ("branch:tacoma"), never by number: only the table's are dialled. */
export type CallCommand =
  | { readonly command: 'transfer'; readonly destination: string }
  | { readonly command: Exclude<CallCommandName, 'transfer'> };
