import type { BulkChange } from './bulk-change.ts';

/** What a dialog asks for. */
export type BulkKind = Exclude<BulkChange['kind'], 'delete'>;

export const bulkTitles: Readonly<Record<BulkKind, string>> = {
  schedule: 'Set the schedule',
  addService: 'Add a service',
  removeService: 'Remove a service',
  capacity: 'Set the capacity',
};
