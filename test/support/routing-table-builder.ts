import type { E164 } from '../../shared/domain/phone-number.ts';
import type { Branch, RoutingTable } from '../../shared/domain/routing/table.ts';

/** A table that sends everybody to support, unless the test says otherwise. */
export function routingTableOf(changes: Partial<RoutingTable> = {}): RoutingTable {
  return {
    name: 'example-bank',
    reasons: [{ id: 'billing', name: 'a bill or a charge', synonyms: ['my bill'] }],
    rules: [],
    defaultAttempts: [{ kind: 'contactCenter', id: 'support', timeoutSeconds: 30 }],
    schedules: [],
    contactCenters: [
      {
        id: 'support',
        voiceConnectorArn: 'arn:aws:chime:us-east-1:111122223333:vc/abcdef1ghij2klmno3pqr4',
        user: '+12065550150',
        headerProfile: 'rfc7433',
      },
    ],
    branches: [],
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
