import { assertNever } from '../assert-never.ts';
import type { E164 } from '../phone-number.ts';
import { mayBeDialled } from './dialling.ts';
import type { IndexedTable } from './indexed-table.ts';
import type { Attempt } from './plan.ts';

/** Whom an operator's service names. Whether that may be dialled, the table tells. */
export type NamedDestination =
  | { readonly kind: 'phone'; readonly number: E164 }
  | { readonly kind: 'branch'; readonly id: string }
  | { readonly kind: 'contactCenter'; readonly id: string };

type BridgeAttempt = Extract<Attempt, { kind: 'contactCenter' | 'branch' | 'phone' }>;
type LookUpAttempt = Extract<Attempt, { kind: 'lookUp' }>;

/** Why the table does not let the call go where the service wants it. */
export type NotAllowed = 'number-not-allowed' | 'branch-unknown' | 'contact-center-unknown';

export type NamedAttempt =
  | { readonly kind: 'named'; readonly attempt: BridgeAttempt }
  | { readonly kind: 'failed'; readonly because: NotAllowed };

/**
 * The attempt for whom an operator's service names. It may ring what the table could have rung itself, nothing else:
 * a service that has been taken over is not to dial premium numbers, nor the function itself, which would ask it again. It is rung as long as the service says, else as long
 * as the look-up's attempt, whose policy it inherits.
 */
export function attemptNamed(
  { destination, timeoutSeconds: wished }: { readonly destination: NamedDestination; readonly timeoutSeconds?: number },
  { id, timeoutSeconds, onOutcome }: LookUpAttempt,
  { table, contactCenters }: IndexedTable,
  ownNumber?: E164,
): NamedAttempt {
  const shared = { timeoutSeconds: wished ?? timeoutSeconds, ...(onOutcome === undefined ? {} : { onOutcome }) };
  switch (destination.kind) {
    case 'phone':
      return destination.number !== ownNumber && mayBeDialled(destination.number, table.dialling)
        ? { kind: 'named', attempt: { kind: 'phone', id, number: destination.number, ...shared } }
        : { kind: 'failed', because: 'number-not-allowed' };
    case 'branch': {
      const index = table.branches.indexOf(destination.id);
      if (index === undefined) return { kind: 'failed', because: 'branch-unknown' };
      const branch = table.branches.at(index);
      return branch.number === ownNumber
        ? { kind: 'failed', because: 'number-not-allowed' }
        : { kind: 'named', attempt: { kind: 'branch', id: branch.id, number: branch.number, ...shared } };
    }
    case 'contactCenter': {
      const contactCenter = contactCenters.get(destination.id);
      return contactCenter === undefined
        ? { kind: 'failed', because: 'contact-center-unknown' }
        : { kind: 'named', attempt: { ...contactCenter, kind: 'contactCenter', ...shared } };
    }
    default:
      return assertNever(destination);
  }
}
