import {
  defaultAttributeRules,
  readAttributes,
} from '../../../../../../../infra/local/pstn-audio/service/invocation/read-attributes.ts';

const pairs = (count: number): Record<string, string> =>
  Object.fromEntries(Array.from({ length: count }, (_, n) => [`k${n}`, 'v']));
const rules = { atHand: { a: '1', b: '2' }, behavior: defaultAttributeRules.behavior };
const merging = { ...rules, behavior: { ...rules.behavior, TransactionAttributes: 'Merge' as const } };

describe('transaction attributes', () => {
  it.each([undefined, null])('are kept by %s', (given) => {
    expect(readAttributes(given, rules)).toEqual({ kind: 'read', value: rules.atHand });
  });

  it('are cleared by an empty map', () => {
    expect(readAttributes({}, rules)).toEqual({ kind: 'read', value: undefined });
    expect(readAttributes({}, merging)).toEqual({ kind: 'read', value: undefined });
  });

  it('are replaced by another map, or added to', () => {
    expect(readAttributes({ b: '3', c: '4' }, rules)).toEqual({ kind: 'read', value: { b: '3', c: '4' } });
    expect(readAttributes({ b: '3', c: '4' }, merging)).toEqual({ kind: 'read', value: { a: '1', b: '3', c: '4' } });
  });

  it('may be 10, or 100 by the other page', () => {
    const hundred = { ...rules, behavior: { ...rules.behavior, MaximumTransactionAttributes: 100 as const } };

    expect(readAttributes(pairs(10), rules).kind).toBe('read');
    expect(readAttributes(pairs(11), rules)).toEqual({
      kind: 'invalid',
      errorType: 'TransactionAttributesInvalidMapSize',
      errorMessage: 'Transaction Attributes has too many mappings. Maximum number of mappings is 10',
    });
    expect(readAttributes(pairs(100), hundred).kind).toBe('read');
    expect(readAttributes(pairs(101), hundred)).toMatchObject({ errorType: 'TransactionAttributesInvalidMapSize' });
  });

  it('are counted as they would be after they have been added', () => {
    expect(readAttributes(pairs(9), merging)).toMatchObject({ errorType: 'TransactionAttributesInvalidMapSize' });
  });

  it('have 20 KB, keys and values together', () => {
    expect(readAttributes({ key: 'x'.repeat(19_997) }, rules).kind).toBe('read');
    expect(readAttributes({ key: 'x'.repeat(19_998) }, rules)).toMatchObject({
      errorType: 'TransactionAttributesInvalidSize',
    });
  });

  it('are text', () => {
    expect(readAttributes({ a: 1 }, rules)).toMatchObject({ errorType: 'InvalidTransactionAttributes' });
  });
});
