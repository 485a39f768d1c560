import { epochMs } from '../../shared/domain/time.ts';
import { locationOfPostalCode } from '../gathering/postal-code.ts';
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

/** What a place that was named is held against. */
export interface PlaceRule {
  /** BCP 47: whose postal codes are meant. */
  readonly locale?: string | undefined;
  /** Asked for once more already: a code that lies nowhere will do, for its digits say something. */
  readonly isLast: boolean;
}

/** The draft with what was said now: that counts, whatever was said before. */
export function merged(draft: CallDraft, way: CallDraft['way'], said: SaidOfCall, rule: PlaceRule): Merged {
  const { reason, accountNumber, accountKind, postalCode } = said;
  const isAccount = accountNumber !== undefined && isAccountNumber(accountNumber);
  const place = postalCode === undefined ? undefined : placeNamed(postalCode, rule);
  // A number that was to be corrected is wrong; and another account has another number.
  const isOther = accountKind !== undefined && accountKind !== draft.accountKind && accountNumber === undefined;
  const { accountId: before, ...rest } = draft;
  const accountId = isAccount ? accountNumber : accountNumber !== undefined || isOther ? undefined : before;
  return {
    draft: {
      ...rest,
      way,
      ...(reason === undefined ? {} : { reason }),
      ...(accountId === undefined ? {} : { accountId }),
      ...(isOther && before !== undefined ? { withoutAccount: true } : {}),
      ...(accountKind === undefined ? {} : { accountKind }),
      ...(place === undefined ? {} : { postalCode: place }),
    },
    unusable: [
      ...(accountNumber !== undefined && !isAccount ? (['account'] as const) : []),
      ...(postalCode !== undefined && place === undefined ? (['postalCode'] as const) : []),
    ],
  };
}

function placeNamed(text: string, { locale, isLast }: PlaceRule): string | undefined {
  const place = locationOfPostalCode(text, locale, epochMs(0));
  const isSomewhere = place?.coordinates !== undefined || place?.countryCode === 'CA';
  return isSomewhere || isLast ? place?.postalCode : undefined;
}

function isAccountNumber(digits: string): boolean {
  return digits.length >= accountDigits.fewest && digits.length <= accountDigits.most;
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
  return accountId.length < shortestMaskedAccount ? undefined : /\d{2}$/.exec(accountId)?.[0];
}
