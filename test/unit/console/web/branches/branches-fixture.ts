import type { FileBranch } from '../../../../../shared/contracts/table-file/branches.ts';
import type { FindingAnswer } from '../../../../../shared/contracts/tables-api.ts';

export const tacoma: FileBranch = {
  name: 'Tacoma',
  number: '+12535550100',
  coordinates: [47.25, -122.44],
  services: ['cards', 'loans'],
  schedule: 'weekdays',
  capacity: 4,
};
export const boise: FileBranch = {
  name: 'Boise',
  number: '+12085550100',
  postalCode: '83702',
  services: ['cards'],
  schedule: 'always',
};
export const austin: FileBranch = {
  name: 'Austin',
  number: '+15125550100',
  coordinates: [30.27, -97.74],
  services: ['loans'],
  schedule: 'weekdays',
};

export const threeBranches: ReadonlyMap<string, FileBranch> = new Map([
  ['tacoma', tacoma],
  ['boise', boise],
  ['austin', austin],
]);

export function aFinding(path: string, more: Partial<FindingAnswer> = {}): FindingAnswer {
  return { severity: 'error', code: 'invalid-value', message: 'must be right', path, ...more };
}
