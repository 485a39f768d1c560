import { callerOfFile } from '../../../../shared/contracts/caller-file.ts';
import type { Finding } from '../../../../console/routing/findings.ts';
import { smallTableFile } from '../../../support/table-file-builder.ts';
import { errorsOf, findingsOf, tableOf } from './compile-fixture.ts';

interface Parts {
  readonly reasons?: string;
  readonly menu?: string;
  readonly when?: string;
}

/** The small table with other reasons, a menu, or another rule. */
function tableWith({ reasons, menu, when = '{ reason: [billing] }' }: Parts): string {
  const catalogue = reasons ?? '{ billing: { name: a bill }, cards: { name: a card } }';
  return smallTableFile
    .replace(/reasons:\n.*\n/, `reasons: ${catalogue}\n${menu === undefined ? '' : `menu: ${menu}\n`}`)
    .replace('{ reason: [billing] }', when);
}

function menuFindings(parts: Parts): readonly Finding[] {
  return findingsOf(tableWith(parts)).filter(({ code }) => code.startsWith('menu-'));
}

const words = (characters: number): string =>
  'a bill '.repeat(characters).slice(0, characters).trim().padEnd(characters, 's');

describe('the menu of a table file', () => {
  it('says and offers what is written', () => {
    const { menu } = tableOf(
      tableWith({ menu: '{ greeting: { default: Hi, fr: Salut }, reasons: [cards, billing] }' }),
    );

    expect(menu).toEqual({ greeting: { default: 'Hi', fr: 'Salut' }, reasons: ['cards', 'billing'] });
  });

  it('greets everybody alike, or nobody', () => {
    expect(tableOf(tableWith({ menu: '{ greeting: Hi, reasons: [billing] }' })).menu).toEqual({
      greeting: { default: 'Hi' },
      reasons: ['billing'],
    });
    expect(tableOf(tableWith({ menu: '{ reasons: [billing] }' })).menu).toEqual({ reasons: ['billing'] });
  });

  it('is absent when it is not written', () => {
    expect(Object.keys(tableOf(tableWith({})))).not.toContain('menu');
  });

  it.each([
    {
      menu: '{ reasons: [biling] }',
      path: 'menu.reasons[0]',
      code: 'unknown-reference',
      says: 'did you mean "billing"?',
    },
    { menu: '{ reasons: [billing, other] }', path: 'menu.reasons[1]', code: 'unknown-reference', says: '"other"' },
    {
      menu: '{ reasons: [billing, billing] }',
      path: 'menu.reasons[1]',
      code: 'menu-reason-twice',
      says: 'give it once',
    },
    { menu: '{ reasons: [] }', path: 'menu.reasons', code: 'invalid-value', says: 'must not be an empty list' },
    {
      menu: '{ reasons: [a, b, c, d, e, f, g, h, i, j] }',
      path: 'menu.reasons',
      code: 'invalid-value',
      says: '9 reasons',
    },
    { menu: '{ greeting: Hi }', path: 'menu.reasons', code: 'missing', says: 'is missing' },
    { menu: '{ reason: [billing] }', path: 'menu.reason', code: 'unknown-key', says: 'did you mean "reasons"?' },
  ])('is refused as $menu', ({ menu, path, code, says }) => {
    expect(errorsOf(tableWith({ menu }))).toEqual([
      expect.objectContaining({ code, path, message: expect.stringContaining(says), line: expect.any(Number) }),
    ]);
  });

  it.each([
    { case: 'no rule asks for it', when: '{ reason: [billing] }' },
    { case: 'the rule that does is not for those who dial', when: '{ reason: [cards], entry: [callback] }' },
    { case: 'the rule that does asks for what is not known of them', when: '{ reason: [cards], locale: [en] }' },
  ])('should not ask for a reason when $case', ({ when }) => {
    const found = menuFindings({ when, menu: '{ reasons: [cards] }' });

    expect(found).toEqual([
      expect.objectContaining({ severity: 'warning', code: 'menu-reason-idle', path: 'menu.reasons[0]' }),
    ]);
    expect(callerOfFile(found[0]!.witness!.context)).toMatchObject({ entry: 'phone', reasonId: 'cards' });
  });

  it('should not ask for a reason whose callers an earlier rule takes', () => {
    const text = tableWith({ menu: '{ reasons: [billing] }' }).replace(
      'rules:\n',
      'rules:\n  - {id: dialled, when: {entry: [phone]}, attempts: [{contactCenter: support}]}\n',
    );

    expect(findingsOf(text).map(({ code }) => code)).toContain('menu-reason-idle');
  });

  it.each([
    'callerPrefix: ["+1206"]',
    'schedule: {office-hours: open}',
    'share: 10',
    'attribute: {tier: {exists: false}}',
  ])('may ask for what sends some callers elsewhere: %s', (condition) => {
    const when = `{ reason: [billing], ${condition} }`;

    expect(menuFindings({ menu: '{ reasons: [billing] }', when })).toEqual([]);
  });

  it.each([
    // 40 characters for the question, 24 for each key, 2 for "Hi".
    { case: 'as long as can be', name: 500, greeting: 436, codes: [] },
    { case: 'longer by one', name: 500, greeting: 437, codes: ['menu-too-long'] },
  ])('must be short enough to be said: $case', ({ name, greeting, codes }) => {
    const reasons = `{ billing: { name: { default: a bill, fr-CA: ${words(name)} } } }`;

    const found = menuFindings({
      reasons,
      menu: `{ greeting: { default: Hi, fr: ${words(greeting)} }, reasons: [billing] }`,
    });

    expect(found.map(({ code }) => code)).toEqual(codes);
    for (const { severity, message } of found) {
      expect(severity).toBe('error');
      expect(message).toContain('takes 1001 characters to say in fr-CA');
    }
  });

  it('warns when the reasons that are offered without a menu are too long to be said', () => {
    const reasons = `{ ${['billing', 'cards', 'loans'].map((id) => `${id}: { name: ${id} ${words(400)} }`).join(', ')} }`;

    expect(menuFindings({ reasons })).toEqual([
      expect.objectContaining({ severity: 'warning', code: 'menu-too-long', path: 'reasons' }),
    ]);
    expect(menuFindings({ reasons, when: '{ reason: [billing], entry: [callback] }' })).toEqual([]);
  });
});
