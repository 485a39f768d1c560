import type { E164 } from '../../shared/domain/phone-number.ts';
import { listedBranches, type Branch, type BranchDirectory } from '../../shared/domain/routing/branches.ts';
import type { RoutingTable } from '../../shared/domain/routing/table.ts';

export type TableChanges = Partial<Omit<RoutingTable, 'branches'>> & {
  /** A list will do. */
  readonly branches?: readonly Branch[] | BranchDirectory;
};

/** A table that sends everybody to support, unless the test says otherwise. All its branches can be named. */
export function routingTableOf({ branches = [], ...changes }: TableChanges = {}): RoutingTable {
  const directory = 'nearest' in branches ? branches : listedBranches(branches);
  return {
    name: 'example-bank',
    reasons: [
      {
        id: 'billing',
        name: { default: 'a bill or a charge' },
        synonyms: { default: ['my bill', 'a strange charge'] },
      },
    ],
    rules: [],
    defaultAttempts: [{ kind: 'contactCenter', id: 'support', timeoutSeconds: 30 }],
    schedules: [],
    contactCenters: [
      {
        id: 'support',
        voiceConnectorArn: 'arn:aws:chime:us-east-1:111122223333:vc/abcdef1ghij2klmno3pqr4',
        user: '+12065550150',
        headers: { profile: 'rfc7433' },
      },
    ],
    lookUps: [],
    branches: directory,
    namedBranches: namesOf(directory),
    dialling: { allow: ['+1'], deny: [] },
    callerId: '+14255550100' as E164,
    ...changes,
  };
}

/** A branch in Seattle that is always open, unless the test says otherwise. */
export function branchOf(changes: Partial<Branch> & Pick<Branch, 'id'>): Branch {
  return {
    name: `Branch ${changes.id}`,
    number: '+12065550141' as E164,
    coordinates: { latitude: 47.608, longitude: -122.3351 },
    services: ['accounts'],
    ...changes,
  };
}

function namesOf(directory: BranchDirectory): Record<string, number> {
  return Object.fromEntries(Array.from({ length: directory.size }, (_, index) => [directory.at(index).id, index]));
}
