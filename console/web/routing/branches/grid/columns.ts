import type { BranchField } from '../branch-fields.ts';
import type { SortColumn } from '../branch-filter.ts';

export interface GridColumn {
  readonly id: 'chosen' | SortColumn;
  readonly title: string;
  /** The field that Enter edits. */
  readonly field?: BranchField;
}

export const gridColumns: readonly GridColumn[] = [
  { id: 'chosen', title: 'Selected' },
  { id: 'id', title: 'Id' },
  { id: 'name', title: 'Name', field: 'name' },
  { id: 'number', title: 'Number', field: 'number' },
  { id: 'place', title: 'Place', field: 'place' },
  { id: 'services', title: 'Services', field: 'services' },
  { id: 'schedule', title: 'Schedule', field: 'schedule' },
  { id: 'capacity', title: 'Capacity', field: 'capacity' },
  { id: 'findings', title: 'Findings' },
];
