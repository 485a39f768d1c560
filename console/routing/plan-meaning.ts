import type { IndexedTable } from '../../shared/domain/routing/indexed-table.ts';
import { meetingWaitSeconds } from '../../shared/domain/routing/meeting-wait.ts';
import type { Plan } from '../../shared/domain/routing/plan.ts';
import { canonical, policyInFull, serviceInFull } from './analysis/outcome.ts';

/**
 * What a plan of that table does and grants, however its policies are written, and whichever rule it is of; with the services that its
 * look-ups ask, for of these the table alone knows where they are.
 */
export function meaningOf({ attempts, callerId, service }: Plan, { lookUps }: Pick<IndexedTable, 'lookUps'>): string {
  return canonical([
    callerId,
    serviceInFull(service),
    attempts.map((attempt) => ({
      ...attempt,
      onOutcome: policyInFull('onOutcome' in attempt ? attempt.onOutcome : undefined),
      ...(attempt.kind === 'meeting' ? { timeoutSeconds: meetingWaitSeconds(attempt) } : {}),
      ...(attempt.kind === 'lookUp' ? { service: lookUps.get(attempt.id) } : {}),
    })),
  ]);
}
