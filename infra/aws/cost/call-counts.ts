/**
 * What one call asks of functions and tables, counted in the bundles: a whole conversation of the skill (opened, reason, account, yes), then
 * a call whose first destination does not answer and whose second does. A test counts them again.
 */
export const callCounts = {
  skill: {
    invocations: 4,
    /** GetItem and Query: the routing table's reasons, when the skill is opened, and how often the number was called lately. */
    reads: 3,
    /** The context, and that its call has been ordered. */
    writes: 2,
  },
  sma: {
    invocations: 5,
    /** At the end: whether the context was delivered. */
    reads: 1,
    /** The claim of the context, that the call has begun, and a record for each invocation that changed something. */
    writes: 8,
  },
} as const;

/**
 * The console's part, from console/api: the contact centre looks at the context, which the same write notes as its delivery; that it was
 * looked at is a change, too; the SMA function then writes a receipt among the records.
 */
export const consoleCounts = { invocations: 1, reads: 0, writes: 3 } as const;

/**
 * Writes to indexes that go with those above, by shared/contracts/tables.ts: a new context is in both of its table's indexes, and each of its
 * three later changes is repeated in the one that projects all attributes; of a call's records, the first is in an index, by keys that do not
 * change when the record takes the place of the call's beginning.
 */
export const indexWrites = 2 + 3 + 1;

/** Items and index entries of a call that expire: the context with its two, six records with their one, the receipt, the look at it. */
export const expiries = 1 + 2 + 6 + 1 + 1 + 1;
