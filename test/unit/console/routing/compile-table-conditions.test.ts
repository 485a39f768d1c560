import { tableFileWith } from '../../../support/table-file-builder.ts';
import { errorsOf, tableOf } from './compile-fixture.ts';

function conditionsOf(when: string) {
  return tableOf(tableFileWith('when: { reason: [billing] }', `when: ${when}`)).rules[0]?.when;
}

describe('conditions of a rule', () => {
  it('have their place each, whatever their order in the file', () => {
    const conditions = conditionsOf(
      '{ schedule: {office-hours: closed}, share: 12.5, attribute: {tier: gold}, callerPrefix: ["+1206"], postalPrefix: ["981"], state: [WA], country: [US], locale: [en-US, fr], entry: [phone], reason: [billing, other] }',
    );

    expect(conditions).toEqual([
      { kind: 'reason', anyOf: ['billing', 'other'] },
      { kind: 'entry', anyOf: ['phone'] },
      { kind: 'locale', anyOf: ['en-US', 'fr'] },
      { kind: 'country', anyOf: ['US'] },
      { kind: 'state', anyOf: ['WA'] },
      { kind: 'postalPrefix', anyOf: ['981'] },
      { kind: 'callerPrefix', anyOf: ['+1206'] },
      { kind: 'attribute', name: 'tier', test: { kind: 'in', anyOf: ['gold'] } },
      { kind: 'share', percent: 12.5 },
      { kind: 'schedule', id: 'office-hours', is: 'closed' },
    ]);
  });

  it('compare places in capitals and without blanks, each once', () => {
    const conditions = conditionsOf('{ country: [ca, CA], state: [wa, Or], postalPrefix: ["k1a 0", "V5K-0", "981"] }');

    expect(conditions).toEqual([
      { kind: 'country', anyOf: ['CA'] },
      { kind: 'state', anyOf: ['WA', 'OR'] },
      { kind: 'postalPrefix', anyOf: ['K1A0', 'V5K0', '981'] },
    ]);
  });

  it('test attributes for values, beginnings, numbers and being there', () => {
    const conditions = conditionsOf(
      '{ attribute: { tier: [gold, silver], segment: {prefix: [b, c]}, balance: {from: 100, below: 500.5}, debt: {below: 0}, blocked: {exists: false} } }',
    );

    expect(conditions).toEqual([
      { kind: 'attribute', name: 'tier', test: { kind: 'in', anyOf: ['gold', 'silver'] } },
      { kind: 'attribute', name: 'segment', test: { kind: 'prefix', anyOf: ['b', 'c'] } },
      { kind: 'attribute', name: 'balance', test: { kind: 'range', from: 100, below: 500.5 } },
      { kind: 'attribute', name: 'debt', test: { kind: 'range', below: 0 } },
      { kind: 'attribute', name: 'blocked', test: { kind: 'exists', is: false } },
    ]);
  });

  it('read an attribute as text or as a number, in one table never as both', () => {
    const rules = `rules:
  - {id: known, when: {attribute: {code: {exists: true}}}, attempts: [{contactCenter: support}]}
  - {id: begins, when: {attribute: {code: {prefix: ["12"]}}}, attempts: [{contactCenter: support}]}
  - {id: is, when: {attribute: {code: ["7"]}}, attempts: [{contactCenter: support}]}
  - {id: large, when: {attribute: {code: {from: 12}, size: {from: 1}}}, attempts: [{contactCenter: support}]}
`;

    const errors = errorsOf(tableFileWith('rules:\n', rules));

    expect(errors).toEqual([
      expect.objectContaining({
        code: 'attribute-mixed',
        path: 'rules[3].when.attribute.code',
        rule: 'large',
        message: expect.stringMatching(/a number .* as text .* rule "begins"/),
      }),
    ]);
  });
});
