/** The reason of a call about something that the catalogue does not list. */
export const otherReasonId = 'other';
