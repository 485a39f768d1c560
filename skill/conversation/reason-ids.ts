/** The reason of a call about something that the catalogue does not list. */
export const otherReasonId = 'other';

/** An id goes into the call-context id, which takes no other characters. */
export const reasonIdPattern = /^[a-z0-9-]{1,64}$/;

/** As much of the caller's own words as a call context takes. */
export const maximumReasonWords = 500;
