import { dynamicEntities } from '../../../../skill/catalogue/dynamic-entities.ts';
import type { Reason } from '../../../../shared/domain/routing/table.ts';

const billing: Reason = {
  id: 'billing',
  name: { default: 'a bill', fr: 'une facture' },
  synonyms: { default: ['my bill', 'My bill.', 'a bill'], fr: ['ma facture'] },
};

function reasonOf(id: string, synonyms: number): Reason {
  const words = Array.from({ length: synonyms }, (_, index) => `${id} synonym ${index}`);
  return { id, name: { default: `${id} name` }, synonyms: { default: words } };
}

function told(reasons: readonly Reason[]): (readonly string[])[] {
  const values = dynamicEntities(reasons, 'en-US')?.types?.[0]?.values ?? [];
  return values.map(({ name }) => [name?.value ?? '', ...(name?.synonyms ?? [])]);
}

describe('dynamic entities', () => {
  it.each([
    { locale: 'en-US', name: { value: 'a bill', synonyms: ['my bill'] } },
    { locale: 'fr-CA', name: { value: 'une facture', synonyms: ['ma facture'] } },
    { locale: 'es-US', name: { value: 'a bill', synonyms: ['my bill'] } },
  ])("tell the table's reasons in the words of $locale, each once", ({ locale, name }) => {
    expect(dynamicEntities([billing], locale)).toEqual({
      type: 'Dialog.UpdateDynamicEntities',
      updateBehavior: 'REPLACE',
      types: [{ name: 'REASON', values: [{ id: 'billing', name }] }],
    });
  });

  it('are 100 at most, names and synonyms counted alike, with synonyms shared out evenly', () => {
    const reasons = [reasonOf('one', 80), reasonOf('two', 3), reasonOf('three', 80)];

    const lengths = told(reasons).map((words) => words.length);

    expect(lengths).toEqual([48, 4, 48]);
  });

  it('leave out the last reasons when there are more than 100', () => {
    const reasons = Array.from({ length: 120 }, (_, index) => reasonOf(`reason-${index}`, 2));

    const names = told(reasons);

    expect(names).toEqual(Array.from({ length: 100 }, (_, index) => [`reason-${index} name`]));
  });

  it('leave out words that Alexa would find too long, and name the reason by the next', () => {
    const reason: Reason = { ...billing, name: { default: 'x'.repeat(141) }, synonyms: { default: ['my bill'] } };

    expect(told([reason])).toEqual([['my bill']]);
  });

  it('are not sent when the table has no reasons', () => {
    expect(dynamicEntities([], 'en-US')).toBeUndefined();
  });
});
