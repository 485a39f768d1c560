import {
  defaultAttributeRules,
  readAttributes,
} from '../../../../../../../infra/local/pstn-audio/service/invocation/read-attributes.ts';

const pairs = (count: number): Record<string, string> =>
  Object.fromEntries(Array.from({ length: count }, (_, n) => [`k${n}`, 'v']));
const rules = { atHand: { a: '1', b: '2' }, behavior: defaultAttributeRules.behavior };
const strict = { ...rules, behavior: { ...rules.behavior, MaximumTransactionAttributes: 10 as const } };
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

  it('may be 100, or 10 by the other page', () => {
    expect(readAttributes(pairs(10), strict).kind).toBe('read');
    expect(readAttributes(pairs(11), strict)).toEqual({
      kind: 'invalid',
      errorType: 'TransactionAttributesInvalidMapSize',
      errorMessage: 'Transaction Attributes has too many mappings. Maximum number of mappings is 10',
    });
    expect(readAttributes(pairs(100), rules).kind).toBe('read');
    expect(readAttributes(pairs(101), rules)).toMatchObject({ errorType: 'TransactionAttributesInvalidMapSize' });
  });

  it('are counted as they would be after they have been added', () => {
    expect(readAttributes(pairs(99), merging)).toMatchObject({ errorType: 'TransactionAttributesInvalidMapSize' });
  });

  it('have 20 KB, keys and values together', () => {
    expect(readAttributes({ key: 'x'.repeat(19_997) }, rules).kind).toBe('read');
    expect(readAttributes({ key: 'x'.repeat(19_998) }, rules)).toMatchObject({
      errorType: 'TransactionAttributesInvalidSize',
    });
  });

  it('may be anything that is JSON, and are kept as they came', () => {
    const given = { text: 'a', empty: '', count: 1, on: true, none: null, object: { list: [1, { deep: 'x' }] } };

    expect(readAttributes(given, rules)).toEqual({ kind: 'read', value: given });
  });

  it('count as their JSON where they are no text', () => {
    expect(readAttributes({ key: ['x'.repeat(19_993)] }, rules).kind).toBe('read');
    expect(readAttributes({ key: ['x'.repeat(19_994)] }, rules)).toMatchObject({
      errorType: 'TransactionAttributesInvalidSize',
    });
  });

  it.each([['a list'], 'text', 1])('are a map, not %j', (given) => {
    expect(readAttributes(given, rules)).toMatchObject({ errorType: 'InvalidTransactionAttributes' });
  });
});
