/** The DynamoDB tables that the functions share, as infra/aws creates them and the local cloud too. */
export interface TableDefinition {
  readonly partitionKey: { readonly name: string; readonly type: 'S' | 'N' };
  readonly sortKey?: { readonly name: string; readonly type: 'S' | 'N' };
  /** A number of seconds since 1970 after which DynamoDB may delete the item. */
  readonly timeToLiveAttribute?: string;
}

export const callContextsTable = {
  partitionKey: { name: 'id', type: 'S' },
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
