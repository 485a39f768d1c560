/** The DynamoDB tables that the functions share, as infra/aws creates them and the local cloud too. */
export interface TableDefinition {
  readonly partitionKey: { readonly name: string; readonly type: 'S' | 'N' };
  readonly sortKey?: { readonly name: string; readonly type: 'S' | 'N' };
  /** Global secondary indexes, by name; all attributes are projected unless `keysOnly`. */
  readonly indexes?: Readonly<Record<string, TableIndex>>;
  /** A number of seconds since 1970 after which DynamoDB may delete the item. */
  readonly timeToLiveAttribute?: string;
}

export interface TableIndex {
  readonly partitionKey: { readonly name: string; readonly type: 'S' | 'N' };
  readonly sortKey: { readonly name: string; readonly type: 'S' | 'N' };
  readonly keysOnly?: boolean;
}

export const callContextsTable = {
  partitionKey: { name: 'id', type: 'S' },
  /** Contexts with a phone number: to find what the skill gathered when its caller dials the number by hand. */
  indexes: {
    byPhoneNumber: {
      partitionKey: { name: 'phoneNumber', type: 'S' },
      sortKey: { name: 'createdAt', type: 'N' },
    },
    /** To forget a customer who has left the skill. */
    byOwner: {
      partitionKey: { name: 'owner', type: 'S' },
      sortKey: { name: 'createdAt', type: 'N' },
      keysOnly: true,
    },
  },
  timeToLiveAttribute: 'timeToLive',
} as const satisfies TableDefinition;

/**
 * By the name of a routing table: one item a version, and one, version 0, that points to the current version.
 * By the name, "#" and the SHA-256 of a part of a version that is too large for its item: the chunks of that part, from 1.
 * By "#tables": version 0 lists the names.
 */
export const routingTablesTable = {
  partitionKey: { name: 'name', type: 'S' },
  sortKey: { name: 'version', type: 'N' },
} as const satisfies TableDefinition;

/**
 * By transaction: one item for each sequence, and one, sequence -1, with the delivery receipt. The item of a call's first record has
 * `day` too ("2026-11-21", UTC): by it calls are found by time.
 */
export const callRecordsTable = {
  partitionKey: { name: 'transactionId', type: 'S' },
  sortKey: { name: 'sequence', type: 'N' },
  indexes: {
    byTime: { partitionKey: { name: 'day', type: 'S' }, sortKey: { name: 'callStartedAt', type: 'N' }, keysOnly: true },
  },
  timeToLiveAttribute: 'timeToLive',
} as const satisfies TableDefinition;

/**
 * What the console keeps. By "draft#" and the name of a routing table: item "head", and its content under the draft's etag.
 * By "drafts": one item for each name that has a draft. By "changes": who changed what, by time.
 */
export const consoleTable = {
  partitionKey: { name: 'topic', type: 'S' },
  sortKey: { name: 'entry', type: 'S' },
  timeToLiveAttribute: 'timeToLive',
} as const satisfies TableDefinition;
