import { defaultAttributeRules } from '../../../../../../infra/local/pstn-audio/service/invocation/read-attributes.ts';
import { readResponse } from '../../../../../../infra/local/pstn-audio/service/invocation/read-response.ts';

const hangup = { Type: 'Hangup', Parameters: { SipResponseCode: '0' } };
const valid = (rest: object): object => ({ SchemaVersion: '1.0', ...rest });
const attributes = (count: number): Record<string, string> =>
  Object.fromEntries(Array.from({ length: count }, (_, n) => [`k${n}`, 'v']));

describe('a function’s answer', () => {
  it('gives actions and attributes', () => {
    expect(readResponse(valid({ Actions: [hangup], TransactionAttributes: { a: '1' } }))).toEqual({
      kind: 'valid',
      actions: [hangup],
      attributes: { a: '1' },
    });
  });

  it('may leave parameters out', () => {
    expect(readResponse(valid({ Actions: [{ Type: 'Hangup' }] }))).toMatchObject({
      actions: [{ Type: 'Hangup', Parameters: {} }],
    });
  });

  it.each([
    { case: 'nothing', rest: {} },
    { case: 'null', rest: { Actions: null, TransactionAttributes: null } },
  ])('keeps what is at hand when it says $case', ({ rest }) => {
    expect(readResponse(valid(rest))).toEqual({ kind: 'valid', actions: undefined, attributes: undefined });
  });

  it('may have ten actions and ten attributes', () => {
    const ten = valid({ Actions: Array.from({ length: 10 }, () => hangup), TransactionAttributes: attributes(10) });

    expect(readResponse(ten).kind).toBe('valid');
  });

  it('must name an action for a new inbound call', () => {
    const rules = { ...defaultAttributeRules, mustAct: true, isForInformation: false };

    expect(readResponse(valid({ Actions: [hangup] }), rules).kind).toBe('valid');
    expect(readResponse(valid({ Actions: [] }), rules)).toMatchObject({ errorType: 'EmptyActionList' });
    expect(readResponse(valid({ Actions: null }), rules)).toMatchObject({ errorType: 'EmptyActionList' });
  });

  it.each([
    { case: 'null', answer: null, left: { kept: 'yes' } },
    { case: 'no version', answer: { TransactionAttributes: { a: '1' } }, left: { a: '1' } },
    { case: 'attributes that are no map', answer: valid({ TransactionAttributes: ['a'] }), left: { kept: 'yes' } },
    { case: 'an unknown action', answer: valid({ Actions: [{ Type: 'Sing' }] }), left: { kept: 'yes' } },
  ])('is never refused where it was told for information: $case', ({ answer, left }) => {
    const rules = { ...defaultAttributeRules, atHand: { kept: 'yes' }, mustAct: false, isForInformation: true };

    expect(readResponse(answer, rules)).toMatchObject({ kind: 'valid', actions: undefined, attributes: left });
  });

  const wrong = [
    { case: 'nothing', answer: undefined, errorType: 'NullOrBlankResponse' },
    { case: 'null', answer: null, errorType: 'NullOrBlankResponse' },
    { case: 'blank text', answer: ' ', errorType: 'NullOrBlankResponse' },
    { case: 'an API Gateway wrapper', answer: { statusCode: 200, body: '{}' }, errorType: 'SchemaVersionMismatch' },
    {
      case: 'attributes of more than 20 KB',
      answer: valid({ TransactionAttributes: { a: 'x'.repeat(20_000) } }),
      errorType: 'TransactionAttributesInvalidSize',
    },
    { case: 'no object', answer: 'hello', errorType: 'SchemaVersionMismatch' },
    { case: 'another version', answer: { SchemaVersion: '2.0', Actions: [] }, errorType: 'SchemaVersionMismatch' },
    { case: 'a number for a version', answer: { SchemaVersion: 1, Actions: [] }, errorType: 'SchemaVersionMismatch' },
    { case: 'actions that are no list', answer: valid({ Actions: hangup }), errorType: 'InvalidActions' },
    { case: 'an action without a type', answer: valid({ Actions: [{}] }), errorType: 'InvalidActions' },
    {
      case: 'an unknown action',
      answer: valid({ Actions: [hangup, { Type: 'Sing' }] }),
      errorType: 'UnsupportedAction',
    },
    {
      case: 'eleven actions',
      answer: valid({ Actions: Array.from({ length: 11 }, () => hangup) }),
      errorType: 'TooManyActions',
    },
    {
      case: 'a hundred and one attributes',
      answer: valid({ TransactionAttributes: attributes(101) }),
      errorType: 'TransactionAttributesInvalidMapSize',
    },
    {
      case: 'attributes that are no map',
      answer: valid({ TransactionAttributes: ['a'] }),
      errorType: 'InvalidTransactionAttributes',
    },
  ];

  it.each(wrong)('is refused for $case', ({ answer, errorType }) => {
    expect(readResponse(answer)).toMatchObject({ kind: 'invalid', errorType });
  });
});
