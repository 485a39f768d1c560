import { ruleIndexOf, type RuleIndex } from './rule-index.ts';
import type { Schedule } from './schedule.ts';
import type { ContactCenter, LookUp, RoutingTable } from './table.ts';

/** A table, prepared once for many decisions. */
export interface IndexedTable {
  readonly table: RoutingTable;
  readonly rules: RuleIndex;
  readonly schedules: ReadonlyMap<string, Schedule>;
  readonly contactCenters: ReadonlyMap<string, ContactCenter>;
  readonly lookUps: ReadonlyMap<string, LookUp>;
}

export function indexTable(table: RoutingTable): IndexedTable {
  return {
    table,
    rules: ruleIndexOf(table.rules, table.ruleIndex),
    schedules: byId(table.schedules),
    contactCenters: byId(table.contactCenters),
    lookUps: byId(table.lookUps),
  };
}

/** The index of a branch that an attempt names. */
export function namedBranch({ namedBranches }: RoutingTable, id: string): number | undefined {
  return Object.hasOwn(namedBranches, id) ? namedBranches[id] : undefined;
}

function byId<Item extends { readonly id: string }>(items: readonly Item[]): ReadonlyMap<string, Item> {
  return new Map(items.map((item) => [item.id, item]));
}
