import type { AnnouncedCall } from '../speech/words.ts';
import type { CallDraft, ConversationState } from './conversation-state.ts';
import type { SaidOfCall } from './heard.ts';

/** Account numbers have so many digits; an operator's own rule would be a look-up away, and callers wait for it. */
const accountDigits = { fewest: 4, most: 20 } as const;
/** From here on two digits give little away. */
const shortestMaskedAccount = 6;

export interface Merged {
  readonly draft: CallDraft;
  /** What was said, and cannot be what it was taken for. */
  readonly unusable: readonly ('account' | 'postalCode')[];
}

/** The draft with what was said now: that counts, whatever was said before. */
export function merged(draft: CallDraft, way: CallDraft['way'], said: SaidOfCall): Merged {
  const { reason, accountNumber, accountKind, postalCode } = said;
  const isAccount = accountNumber !== undefined && isAccountNumber(accountNumber);
  const isPlace = postalCode !== undefined && isPostalCode(postalCode);
  return {
    draft: {
      ...draft,
      way,
      ...(reason === undefined ? {} : { reason }),
      ...(isAccount ? { accountId: accountNumber } : {}),
      ...(accountKind === undefined ? {} : { accountKind }),
      ...(isPlace ? { postalCode } : {}),
    },
    unusable: [
      ...(accountNumber !== undefined && !isAccount ? (['account'] as const) : []),
      ...(postalCode !== undefined && !isPlace ? (['postalCode'] as const) : []),
    ],
  };
}

function isAccountNumber(digits: string): boolean {
  return digits.length >= accountDigits.fewest && digits.length <= accountDigits.most;
}

/** Of the US or Canada; of the latter the first three characters will do. */
function isPostalCode(text: string): boolean {
  const code = text.replaceAll(/[^a-z\d]/gi, '');
  return /^\d{5}$/.test(code) || /^[a-z]\d[a-z](?:\d[a-z]\d)?$/i.test(code);
}

/** What of the call is said aloud. */
export function announced({ draft, accountEnding }: ConversationState): AnnouncedCall {
  const ending = draft.accountId === undefined ? accountEnding : endingOf(draft.accountId);
  return {
    reason: draft.reason ?? { id: 'other' },
    ...(ending === undefined ? {} : { accountEnding: ending }),
    ...(draft.accountKind === undefined ? {} : { accountKind: draft.accountKind }),
  };
}

/** The last two digits of an account number, where they do not give it away. */
export function endingOf(accountId: string): string | undefined {
  return accountId.length < shortestMaskedAccount ? undefined : accountId.slice(-2);
}
