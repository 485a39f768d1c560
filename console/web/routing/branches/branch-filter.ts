import { assertNever } from '../../../../shared/domain/assert-never.ts';
import { isInside } from '../../map/bounds.ts';
import type { Bounds } from '../../map/map-branch.ts';
import type { BranchRow } from './branch-row.ts';

export interface BranchFilter {
  /** Words that must all be in id, name, number or postal code. */
  readonly text: string;
  readonly service?: string | undefined;
  readonly schedule?: string | undefined;
  readonly withFindings: boolean;
  /** The part of the map that is seen; branches without a place are never inside. */
  readonly inside?: Bounds | undefined;
}

export const noFilter: BranchFilter = { text: '', withFindings: false };

export const sortColumns = ['id', 'name', 'number', 'place', 'services', 'schedule', 'capacity', 'findings'] as const;
export type SortColumn = (typeof sortColumns)[number];

export interface Sort {
  readonly by: SortColumn;
  readonly descending: boolean;
}

/** In the order of the file where no other is asked for. */
export function shownRows(
  rows: readonly BranchRow[],
  filter: BranchFilter,
  sort: Sort | undefined,
): readonly BranchRow[] {
  const wanted = filter.text
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  const { service, schedule, withFindings, inside } = filter;
  const shown = rows.filter(
    ({ branch, findings, folded, place }) =>
      wanted.every((word) => folded.includes(word)) &&
      (service === undefined || branch.services.includes(service)) &&
      (schedule === undefined || branch.schedule === schedule) &&
      (!withFindings || findings.length > 0) &&
      (inside === undefined || (place !== undefined && isInside(inside, place))),
  );
  return sort === undefined ? shown : sorted(shown, sort);
}

/** What is missing comes last, either way. Keys are worked out once: a hundred thousand rows are compared some two million times. */
function sorted(rows: readonly BranchRow[], { by, descending }: Sort): readonly BranchRow[] {
  const keyed = rows.map((row) => ({ row, key: keyOf(row, by) }));
  const way = descending ? -1 : 1;
  keyed.sort((one, other) => {
    if (one.key === undefined || other.key === undefined)
      return Number(one.key === undefined) - Number(other.key === undefined);
    return one.key < other.key ? -way : one.key > other.key ? way : 0;
  });
  return keyed.map(({ row }) => row);
}

function keyOf({ id, branch, place, findings }: BranchRow, by: SortColumn): string | number | undefined {
  switch (by) {
    case 'id':
      return id;
    case 'name':
      return branch.name.toLowerCase();
    case 'number':
      return branch.number;
    case 'place':
      // From west to east: postal codes have no order that means anything across countries.
      return place?.longitude;
    case 'services':
      return branch.services.join(' ');
    case 'schedule':
      return branch.schedule;
    case 'capacity':
      return branch.capacity;
    case 'findings':
      return findings.length;
    default:
      return assertNever(by);
  }
}

/** What filters offer: each service and schedule that a branch has, by name. */
export function choicesOf(rows: readonly BranchRow[]): {
  readonly services: readonly string[];
  readonly schedules: readonly string[];
} {
  const services = new Set<string>();
  const schedules = new Set<string>();
  for (const { branch } of rows) {
    schedules.add(branch.schedule);
    for (const service of branch.services) services.add(service);
  }
  return { services: [...services].toSorted(), schedules: [...schedules].toSorted() };
}
