import { callerOfTable, type Caller } from '../../../../../shared/domain/routing/caller.ts';
import { indexTable } from '../../../../../shared/domain/routing/indexed-table.ts';
import { reasonsToAsk } from '../../../../../shared/domain/routing/menu.ts';
import type { LocalizedText, RoutingTable } from '../../../../../shared/domain/routing/table.ts';
import { routingTableOf } from '../../../../support/routing-table-builder.ts';
import { callerOf, decideFor, now, ruleOf } from './situations.ts';

const stranger: Caller = { entry: 'phone', attributes: {} };
const alone: LocalizedText = { default: 'Un instant.' };
const besideEnglish: LocalizedText = { default: 'Un instant.', en: 'One moment.' };
const besideFrench: LocalizedText = { default: 'One moment.', fr: 'Un instant.' };

function saying(words: LocalizedText, locale?: string): RoutingTable {
  return routingTableOf({
    rules: [ruleOf({ attempts: [{ kind: 'message', id: 'wait', words }] })],
    ...(locale === undefined ? {} : { locale }),
  });
}

describe("a table's locale", () => {
  it.each<{ case: string; words: LocalizedText; said: string }>([
    { case: 'the only words', words: alone, said: 'Un instant.' },
    { case: 'the words for everybody else', words: besideEnglish, said: 'Un instant.' },
    { case: 'the words of its language', words: besideFrench, said: 'Un instant.' },
  ])('has $case spoken in its voice to a caller of unknown locale', ({ words, said }) => {
    const { plan } = decideFor(saying(words, 'fr-CA'), stranger);

    expect(plan.attempts).toEqual([{ kind: 'message', id: 'wait', words: said, locale: 'fr-CA' }]);
  });

  it.each([
    { locale: 'de-DE', words: besideEnglish, said: 'Un instant.', voice: 'fr-CA' },
    { locale: 'en-GB', words: besideEnglish, said: 'One moment.', voice: 'en-GB' },
    { locale: 'en-GB', words: alone, said: 'Un instant.', voice: 'fr-CA' },
    { locale: 'fr-FR', words: besideFrench, said: 'Un instant.', voice: 'fr-FR' },
  ])('has "$said" said to a caller of $locale in the voice of $voice', ({ locale, words, said, voice }) => {
    const { plan } = decideFor(saying(words, 'fr-CA'), callerOf({ locale }));

    expect(plan.attempts).toEqual([{ kind: 'message', id: 'wait', words: said, locale: voice }]);
  });

  it('is American English as far as voices go where the table does not say', () => {
    expect(decideFor(saying(alone), stranger).plan.attempts).toMatchObject([{ locale: 'en-US' }]);
    expect(decideFor(saying(alone), callerOf({ locale: 'en-GB' })).plan.attempts).toMatchObject([{ locale: 'en-GB' }]);
  });

  it.each([
    { case: 'its own', anyOf: ['fr-CA'] },
    { case: 'its language', anyOf: ['fr'] },
  ])('makes a caller of unknown locale one of $case, for rules and for what is explained', ({ anyOf }) => {
    const rules = [
      ruleOf({ id: 'english', when: [{ kind: 'locale', anyOf: ['en'] }] }),
      ruleOf({ id: 'french', when: [{ kind: 'locale', anyOf }] }),
      ruleOf({ id: 'others' }),
    ];

    const { plan, explanation } = decideFor(routingTableOf({ rules, locale: 'fr-CA' }), stranger);

    expect(plan.ruleId).toBe('french');
    expect(explanation.rulesPassedOver.map(({ ruleId }) => ruleId)).toEqual(['english']);
    expect(decideFor(routingTableOf({ rules }), stranger).plan.ruleId).toBe('others');
  });

  it('decides whether an answer to the menu changes anything', () => {
    const rules = [
      ruleOf({
        when: [
          { kind: 'reason', anyOf: ['billing'] },
          { kind: 'locale', anyOf: ['fr'] },
        ],
      }),
    ];
    const asked = (table: RoutingTable): string[] =>
      reasonsToAsk(indexTable(table), stranger, now, 'call-1').map(({ id }) => id);

    expect(asked(routingTableOf({ rules, locale: 'fr-CA' }))).toEqual(['billing']);
    expect(asked(routingTableOf({ rules }))).toEqual([]);
  });

  it('leaves a caller as they are whose locale is known, and everybody where it is not given', () => {
    const english = callerOf({ locale: 'en-US' });

    expect(callerOfTable(english, { locale: 'fr-CA' })).toBe(english);
    expect(callerOfTable(stranger, {})).toBe(stranger);
  });
});
