import type { Intent } from 'ask-sdk-model';
import { requestedCall } from '../../../../skill/calling/requested-call.ts';

function anIntentWith(slots: Record<string, unknown>): Intent {
  return { name: 'CallIntent', confirmationStatus: 'NONE', slots } as unknown as Intent;
}

function aReason(...statuses: { code: string; id?: string }[]): Record<string, unknown> {
  const resolutionsPerAuthority = statuses.map(({ code, id }) => ({
    status: { code },
    ...(id === undefined ? {} : { values: [{ value: { id, name: id } }] }),
  }));
  return { name: 'reason', value: 'my words', resolutions: { resolutionsPerAuthority } };
}

describe('requested call', () => {
  it.each([
    { case: 'a match', reason: aReason({ code: 'ER_SUCCESS_MATCH', id: 'billing' }), id: 'billing' },
    {
      case: 'a match of the second authority',
      reason: aReason({ code: 'ER_SUCCESS_NO_MATCH' }, { code: 'ER_SUCCESS_MATCH', id: 'mortgage' }),
      id: 'mortgage',
    },
    { case: 'no match', reason: aReason({ code: 'ER_SUCCESS_NO_MATCH' }), id: 'other' },
    { case: 'a resolution that timed out', reason: aReason({ code: 'ER_ERROR_TIMEOUT' }), id: 'other' },
    { case: 'no resolution at all', reason: { name: 'reason', value: 'my words' }, id: 'other' },
    {
      case: 'an id that a call-context id cannot hold',
      reason: aReason({ code: 'ER_SUCCESS_MATCH', id: 'BILLING!' }),
      id: 'other',
    },
  ])('has reason $id after $case, and keeps the words', ({ reason, id }) => {
    expect(requestedCall(anIntentWith({ reason })).reason).toEqual({ id, words: 'my words' });
  });

  it('has no words when none were said', () => {
    expect(requestedCall({ name: 'CallIntent', confirmationStatus: 'NONE' })).toEqual({ reason: { id: 'other' } });
  });

  it('cuts words that a call context would not take', () => {
    const { reason } = requestedCall(anIntentWith({ reason: { name: 'reason', value: 'x'.repeat(600) } }));

    expect(reason.words).toHaveLength(500);
  });

  it.each([
    { value: '12345678', accountId: '12345678' },
    { value: '1234-5678', accountId: '12345678' },
    { value: '0042', accountId: '0042' },
    { value: '?', accountId: undefined },
    { value: '1'.repeat(65), accountId: undefined },
  ])('reads the account number "$value" as $accountId', ({ value, accountId }) => {
    expect(requestedCall(anIntentWith({ accountNumber: { name: 'accountNumber', value } })).accountId).toBe(accountId);
  });
});
