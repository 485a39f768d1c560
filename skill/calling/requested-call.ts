import type { Intent, Slot } from 'ask-sdk-model';
import type { CallReason } from '../../shared/domain/call-context.ts';

/** What the caller said about the call. */
export interface RequestedCall {
  readonly reason: CallReason;
  /** Digits only. */
  readonly accountId?: string;
}

/** The reason of a call about something that the interaction model does not list. */
export const otherReasonId = 'other';
/** As long as a call context takes. */
const maximumLengths = { words: 500, accountId: 64 } as const;

/** Reads the slots of a completed CallIntent. An answer to "account number" without digits ("I don't know") counts as none. */
export function requestedCall({ slots = {} }: Intent): RequestedCall {
  const accountId = (slots['accountNumber']?.value ?? '').replaceAll(/\D/g, '');
  const usable = accountId !== '' && accountId.length <= maximumLengths.accountId;
  return { reason: reasonOf(slots['reason']), ...(usable ? { accountId } : {}) };
}

function reasonOf(slot: Slot | undefined): CallReason {
  const words = (slot?.value ?? '').trim().slice(0, maximumLengths.words);
  return { id: resolvedId(slot) ?? otherReasonId, ...(words === '' ? {} : { words }) };
}

/** The id of the first value that matched (Alexa Skills Kit, entity resolution); the best match comes first. */
function resolvedId(slot: Slot | undefined): string | undefined {
  const matches =
    slot?.resolutions?.resolutionsPerAuthority?.filter(({ status }) => status.code === 'ER_SUCCESS_MATCH') ?? [];
  const ids = matches.flatMap(({ values }) => values.map(({ value }) => value.id));
  // An id goes into the call-context id, which takes no other characters.
  return ids.find((id) => /^[a-z0-9-]{1,64}$/.test(id));
}
