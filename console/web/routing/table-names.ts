import { alwaysOpen } from '../../../shared/contracts/table-file/schedules.ts';
import type { TableView } from '../workbench/draft-desk.ts';
import { plainText } from './plain-text.ts';

export interface Named {
  readonly id: string;
  readonly name: string;
}

/** What a table has names for, to choose from. */
export interface TableNames {
  readonly reasons: readonly Named[];
  readonly schedules: readonly Named[];
  readonly contactCentres: readonly Named[];
  readonly lookUps: readonly Named[];
  readonly holidayLists: readonly Named[];
  readonly services: readonly Named[];
  /** Only as many as one can choose from: none where there are more, then an id is typed. */
  readonly branches: readonly Named[];
}

const mostToChooseFrom = 500;

export function tableNames({ file, branches }: TableView): TableNames {
  const services = new Set<string>();
  for (const branch of branches.values()) for (const service of branch.services) services.add(service);
  return {
    reasons: [
      ...Object.entries(file?.reasons ?? {}).map(([id, { name }]) => ({ id, name: named(id, plainText(name)) })),
      { id: 'other', name: 'other – none of these' },
    ],
    schedules: idsOf(file?.schedules),
    contactCentres: idsOf(file?.contactCenters),
    lookUps: idsOf(file?.lookUps),
    holidayLists: idsOf(file?.holidayLists),
    services: [...services].toSorted().map((id) => ({ id, name: id })),
    branches:
      branches.size > mostToChooseFrom ? [] : Array.from(branches, ([id, { name }]) => ({ id, name: named(id, name) })),
  };
}

/** Schedules that a branch can have: `always` needs no definition. */
export const always: Named = { id: alwaysOpen, name: 'always open' };

function idsOf(map: Readonly<Record<string, unknown>> | undefined): readonly Named[] {
  return Object.keys(map ?? {}).map((id) => ({ id, name: id }));
}

function named(id: string, name: string): string {
  return name === '' || name === id ? id : `${id} – ${name}`;
}
