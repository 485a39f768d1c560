/**
 * PSTN Audio asks again after 5 s without an answer, and the function is ended after 4 s: what it waits for must leave
 * room for what it does when the waiting was in vain. In milliseconds.
 *
 * The longest way through one invocation: routing (2,200), then a meeting that does not open (1,200) makes 3,400, and
 * 600 are left to answer in. Whatever else a plan asks for, in whatever order (a second meeting, look-ups, closing a
 * meeting), has to do with what is left of those 3,400; when nothing is left, it has failed, and the next attempt is made.
 */
export const invocationBudgetMs = 3400;

/** For all look-ups in the stores for a call that begins, together. */
export const routingBudgetMs = 2200;
/** For a meeting, from the first request to the attendee. */
export const meetingBudgetMs = 1200;
/** For closing a meeting, best effort. */
export const closingBudgetMs = 600;

/** For telling advisers that a caller waits. */
export const invitationBudgetMs = 1200;
/** For asking who is in a meeting. */
export const attendeesBudgetMs = 800;
/** For having the keys that commands are signed with, when a command has come. */
export const commandKeysBudgetMs = 600;
/** For writing down what happened, in invocations that nobody waits for. */
export const recordsBudgetMs = 1200;

/** Since the event came, for what is written down beside the work for the answer: the answer waits for it no longer. */
export const earlyRecordsBudgetMs = 150;
/** Once the answer is there, when that time is over: what is all but written. */
export const earlyRecordsGraceMs = 20;

/** For having the context, and the table, again when an operator's service is to be asked. */
export const contextAgainBudgetMs = 600;
/** For one answer of an operator's service, from the first octet sent to the last one read. */
export const lookUpTimeoutMs = 800;
/** For all services that are asked in one invocation, contexts included. */
export const lookUpBudgetMs = contextAgainBudgetMs + lookUpTimeoutMs;

/** For a newer routing table, in invocations that nobody waits for. */
export const refreshBudgetMs = 1500;

/** For each request to AWS among these. */
export const requestTimeoutMs = 600;
