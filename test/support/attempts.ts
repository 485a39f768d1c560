import type { E164 } from '../../shared/domain/phone-number.ts';
import type { Attempt, Plan } from '../../shared/domain/routing/plan.ts';

export const ownedNumber = '+14255550100' as E164;

export const supportDesk: Extract<Attempt, { kind: 'contactCenter' }> = {
  kind: 'contactCenter',
  id: 'support',
  voiceConnectorArn: 'arn:aws:chime:us-east-1:111122223333:vc/abcdef1ghij2klmno3pqr4',
  user: '+12065550150',
  headers: { profile: 'rfc7433' },
  timeoutSeconds: 20,
};

export const downtown: Extract<Attempt, { kind: 'branch' }> = {
  kind: 'branch',
  id: 'seattle-downtown',
  number: '+12065550141' as E164,
  timeoutSeconds: 20,
};
export const bellevue: Extract<Attempt, { kind: 'branch' }> = {
  kind: 'branch',
  id: 'bellevue',
  number: '+14255550142' as E164,
  timeoutSeconds: 20,
};
export const adviser: Extract<Attempt, { kind: 'meeting' }> = { kind: 'meeting', id: 'adviser' };
export const mobile: Extract<Attempt, { kind: 'phone' }> = {
  kind: 'phone',
  id: 'mobile',
  number: '+12065550199' as E164,
  timeoutSeconds: 20,
};

export const directory: Extract<Attempt, { kind: 'lookUp' }> = {
  kind: 'lookUp',
  id: 'directory',
  timeoutSeconds: 25,
};

export const holdOn: Extract<Attempt, { kind: 'message' }> = {
  kind: 'message',
  id: 'hold-on',
  words: 'Please hold on while we call somebody else.',
  locale: 'en-US',
};

export const closedToday: Extract<Attempt, { kind: 'message' }> = {
  kind: 'message',
  id: 'closed-today',
  words: 'We are closed today. Goodbye.',
  locale: 'en-US',
};

export const mailbox: Extract<Attempt, { kind: 'voicemail' }> = {
  kind: 'voicemail',
  id: 'mailbox',
  words: 'Please leave a message, then press pound.',
  locale: 'en-US',
  maximumSeconds: 120,
};

export function aPlan(...attempts: readonly Attempt[]): Plan {
  return { ruleId: 'rule', attempts, callerId: ownedNumber };
}
