import type { E164 } from '../../shared/domain/phone-number.ts';
import type { Attempt, Plan } from '../../shared/domain/routing/plan.ts';

export const ownedNumber = '+14255550100' as E164;

export const supportDesk: Attempt = {
  kind: 'contactCenter',
  id: 'support',
  voiceConnectorArn: 'arn:aws:chime:us-east-1:111122223333:vc/abcdef1ghij2klmno3pqr4',
  user: '+12065550150',
  headerProfile: 'rfc7433',
  timeoutSeconds: 20,
};

export const downtown: Attempt = {
  kind: 'branch',
  id: 'seattle-downtown',
  number: '+12065550141' as E164,
  timeoutSeconds: 20,
};
export const bellevue: Attempt = { kind: 'branch', id: 'bellevue', number: '+14255550142' as E164, timeoutSeconds: 20 };
export const adviser: Attempt = { kind: 'meeting', id: 'adviser' };

export function aPlan(...attempts: readonly Attempt[]): Plan {
  return { ruleId: 'rule', attempts, callerId: ownedNumber };
}
