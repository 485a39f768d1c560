import { tableFileWith } from '../../../support/table-file-builder.ts';
import { findingsOf } from './compile-fixture.ts';

function reportedFor(reasons: string) {
  const text = tableFileWith('reasons:\n  billing: { name: a bill or a charge, synonyms: [my bill] }', reasons);
  return findingsOf(text.replace('when: { reason: [billing] }', 'when: { entry: [phone] }')).filter(
    ({ code }) => code.startsWith('synonym') || code.startsWith('reason-hint'),
  );
}

describe('reasons of a table', () => {
  it.each([
    {
      case: 'a synonym of two reasons, however it is written',
      reasons:
        'reasons:\n  billing: {name: a bill, synonyms: [my bill, a fee]}\n  fees: {name: charges, synonyms: ["A  fee!"]}',
      paths: ['reasons.fees.synonyms[0]'],
    },
    {
      case: 'a name that another reason has as a synonym',
      reasons: 'reasons:\n  billing: {name: a bill, synonyms: [a fee]}\n  fees: {name: a fee}',
      paths: ['reasons.fees.name'],
    },
    {
      case: 'a synonym of one language that is another reason in all languages',
      reasons:
        'reasons:\n  billing: {name: a bill, synonyms: {fr: [ma carte], default: [a fee]}}\n  cards: {name: ma carte, synonyms: [a card]}',
      paths: ['reasons.cards.name'],
    },
    {
      case: 'words that meet in one locale only',
      reasons:
        'reasons:\n  billing: {name: a bill, synonyms: {en-GB: [a cheque]}}\n  cards: {name: a card, synonyms: {en: [a cheque]}}',
      paths: ['reasons.cards.synonyms.en[0]'],
    },
  ])('may not share $case', ({ reasons, paths }) => {
    const findings = reportedFor(reasons);

    expect(findings).toEqual(
      paths.map((path) => expect.objectContaining({ severity: 'error', code: 'synonym-twice', path })),
    );
    expect(findings[0]?.message).toContain('stands for "billing" too');
  });

  it.each([
    'reasons:\n  billing: {name: a bill, synonyms: [a bill, A bill]}',
    'reasons:\n  billing: {name: a bill, synonyms: {fr: [carte]}}\n  cards: {name: a card, synonyms: {es: [carte]}}',
    // In French, each has words of its own.
    'reasons:\n  billing: {name: a bill, synonyms: {fr: [facture], default: [a card]}}\n  cards: {name: one, synonyms: {fr: [carte], default: [two]}}',
  ])('are fine as in %j', (reasons) => {
    expect(reportedFor(reasons)).toEqual([]);
  });

  it('should not be longer than Alexa takes them', () => {
    const findings = reportedFor(`reasons:\n  billing: {name: a bill, synonyms: {en: [ok, ${'a '.repeat(71)}]}}`);

    expect(findings).toEqual([
      expect.objectContaining({ severity: 'warning', code: 'synonym-long', path: 'reasons.billing.synonyms.en[1]' }),
    ]);
  });
});
