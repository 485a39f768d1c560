import type { IndexedTable } from '../../shared/domain/routing/indexed-table.ts';
import type { Plan } from '../../shared/domain/routing/plan.ts';
import { canonical, policyInFull } from './analysis/outcome.ts';

/**
 * What a plan of that table does, however its policies are written, and whichever rule it is of; with the services that its
 * look-ups ask, for of these the table alone knows where they are.
 */
export function meaningOf({ attempts, callerId }: Plan, { lookUps }: Pick<IndexedTable, 'lookUps'>): string {
  return canonical([
    callerId,
    attempts.map((attempt) => ({
      ...attempt,
      onOutcome: policyInFull('onOutcome' in attempt ? attempt.onOutcome : undefined),
      ...(attempt.kind === 'lookUp' ? { service: lookUps.get(attempt.id) } : {}),
    })),
  ]);
}
