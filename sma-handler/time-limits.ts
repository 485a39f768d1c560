/**
 * PSTN Audio asks again after 5 s without an answer, and the function is ended after 4 s: what it waits for must leave
 * room for what it does when the waiting was in vain. In milliseconds.
 */

/** For all look-ups of a call that begins, together. */
export const routingBudgetMs = 2200;
/** For a meeting, from the first request to the attendee. */
export const meetingBudgetMs = 1200;
/** For each request of these. */
export const requestTimeoutMs = 600;
