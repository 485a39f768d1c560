/** SIP statuses (RFC 3261 §21): busy here, decline. */
export const declineStatus = { busy: 486, decline: 603 } as const;
