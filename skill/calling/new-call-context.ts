import { defaultContextLifetimeMs, type CallContext } from '../../shared/domain/call-context.ts';
import type { E164 } from '../../shared/domain/phone-number.ts';
import { epochMs, type EpochMs } from '../../shared/domain/time.ts';
import type { CallContextIds } from '../../shared/ports/call-context-ids.ts';
import type { CallerFacts } from '../gathering/caller-facts.ts';
import type { RequestedCall } from './requested-call.ts';

export interface NewCall {
  readonly call: RequestedCall;
  readonly number: E164;
  readonly facts: Pick<CallerFacts, 'name' | 'location'>;
  /** BCP 47. */
  readonly locale: string | undefined;
}

/** Puts together what was gathered. It lives for `defaultContextLifetimeMs` from now. */
export function newCallContext(
  { call, number, facts, locale }: NewCall,
  ids: Pick<CallContextIds, 'issue'>,
  now: EpochMs,
): CallContext {
  const expiresAt = epochMs(now + defaultContextLifetimeMs);
  return {
    id: ids.issue({ reasonId: call.reason.id, expiresAt }),
    ingress: 'alexa-skill-call',
    reason: call.reason,
    phoneNumber: number,
    ...(facts.name.kind === 'given' ? { callerName: facts.name.value } : {}),
    ...(call.accountId === undefined ? {} : { accountId: call.accountId }),
    ...(facts.location.kind === 'given' ? { location: facts.location.value } : {}),
    ...(locale === undefined ? {} : { locale }),
    attributes: {},
    createdAt: now,
    expiresAt,
  };
}
