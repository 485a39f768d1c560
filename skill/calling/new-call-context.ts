import { defaultContextLifetimeMs, type CallContext, type CallReason } from '../../shared/domain/call-context.ts';
import type { CallerLocation } from '../../shared/domain/location.ts';
import { epochMs, type EpochMs } from '../../shared/domain/time.ts';
import type { CallContextIds } from '../../shared/ports/call-context-ids.ts';
import type { CallIngress } from '../../shared/ports/call-starter.ts';
import type { CallDraft, DraftReason } from '../conversation/conversation-state.ts';
import { maximumReasonWords, otherReasonId, reasonIdPattern } from '../conversation/reason-ids.ts';
import type { CallerFacts } from '../gathering/caller-facts.ts';
import { ownerOf } from './owner.ts';

export interface NewCall {
  readonly draft: CallDraft;
  readonly facts: Pick<CallerFacts, 'name' | 'phoneNumber'>;
  /** For a caller who told none. */
  readonly linkedAccountId: string | undefined;
  readonly location: CallerLocation | undefined;
  /** The way in that is going to be tried. */
  readonly ingress: CallIngress;
  /** BCP 47. */
  readonly locale: string | undefined;
  readonly userId: string;
}

/** Puts together what was told and gathered. It lives for `defaultContextLifetimeMs` from now. */
export function newCallContext(
  { draft, facts, linkedAccountId, location, ingress, locale, userId }: NewCall,
  ids: Pick<CallContextIds, 'issue'>,
  now: EpochMs,
): CallContext {
  const expiresAt = epochMs(now + defaultContextLifetimeMs);
  const reason = reasonOf(draft.reason);
  const accountId = draft.accountId ?? linkedAccountId;
  const owner = ownerOf(userId);
  return {
    id: ids.issue({ reasonId: reason.id, expiresAt }),
    ingress,
    reason,
    ...(facts.phoneNumber.kind === 'given' ? { phoneNumber: facts.phoneNumber.value } : {}),
    ...(facts.name.kind === 'given' ? { callerName: facts.name.value } : {}),
    ...(accountId === undefined ? {} : { accountId }),
    ...(location === undefined ? {} : { location }),
    ...(locale === undefined ? {} : { locale }),
    attributes: draft.accountKind === undefined ? {} : { accountKind: draft.accountKind },
    ...(owner === undefined ? {} : { owner }),
    createdAt: now,
    expiresAt,
  };
}

function reasonOf(reason: DraftReason | undefined): CallReason {
  const words = (reason?.words ?? '').trim().slice(0, maximumReasonWords);
  const id = reasonIdPattern.exec(reason?.id ?? '')?.[0] ?? otherReasonId;
  return { id, ...(words === '' ? {} : { words }) };
}
