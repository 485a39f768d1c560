import { contextHeader, contextHeaders } from '../shared/contracts/header-profiles.ts';
import type { Attempt } from '../shared/domain/routing/plan.ts';

/** Whether a caller's context id goes along with the attempt. Meetings have it in the invitation; telephone numbers take no headers. */
export function sendsContext(attempt: Attempt): boolean {
  if (attempt.kind === 'meeting') return true;
  return attempt.kind === 'contactCenter' && contextHeader(attempt.headers, 'id') !== undefined;
}

/** Whether the attempt's INVITE has headers of ours. */
export function sendsHeaders(attempt: Attempt, contextId: string | undefined): boolean {
  return attempt.kind === 'contactCenter' && contextHeaders(attempt.headers, contextId) !== undefined;
}
