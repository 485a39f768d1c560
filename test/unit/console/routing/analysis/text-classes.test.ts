import { NumberClasses } from '../../../../../console/routing/analysis/dimensions/number-classes.ts';
import { TextClasses } from '../../../../../console/routing/analysis/dimensions/text-classes.ts';
import {
  anyText,
  postalCodes,
  telephoneNumbers,
} from '../../../../../console/routing/analysis/dimensions/text-grammar.ts';

const digits = Array.from({ length: 10 }, (_, digit) => String(digit));

describe('classes of texts', () => {
  it.each([
    { case: 'no letter can follow two digits', grammar: postalCodes, prefix: '98', isUsedUp: true },
    { case: 'a code may end after three digits', grammar: postalCodes, prefix: '981', isUsedUp: false },
    { case: 'letters can follow a letter', grammar: postalCodes, prefix: 'K', isUsedUp: false },
    { case: 'a number of three digits does not ring', grammar: telephoneNumbers, prefix: '+12', isUsedUp: true },
    { case: 'a number of eight digits may be all', grammar: telephoneNumbers, prefix: '+12065550', isUsedUp: false },
    { case: 'any character can follow in any text', grammar: anyText, prefix: '98', isUsedUp: false },
  ])('know whether ten digits after a beginning are all there is: $case', ({ grammar, prefix, isUsedUp }) => {
    const longer = digits.map((digit) => prefix + digit);

    const classes = new TextClasses(grammar, { prefixes: [prefix, ...longer] });

    const own = classes.examples.filter(
      (text) => text.startsWith(prefix) && !longer.some((each) => text.startsWith(each)),
    );
    expect(own).toHaveLength(isUsedUp ? 0 : 1);
    expect(classes.beginningWith([prefix])).toEqual(classes.beginningWith(isUsedUp ? longer : [prefix]));
  });

  it('have an example for each, that begins as it should', () => {
    const classes = new TextClasses(telephoneNumbers, { prefixes: ['+1', '+1206', '+44'] });

    expect(classes.examples).toEqual([
      expect.stringMatching(/^\+(?!1|44)\d{8,15}$/),
      expect.stringMatching(/^\+1(?!206)\d{7,14}$/),
      '+12065550100',
      expect.stringMatching(/^\+44\d{6,13}$/),
    ]);
  });

  it('tell a value from a beginning', () => {
    const classes = new TextClasses(anyText, { prefixes: ['WA'], values: ['WA', 'X'] });

    expect(classes.oneOf(['WA'])).not.toEqual(classes.beginningWith(['WA']));
    expect(new Set(classes.examples).size).toBe(4);
  });
});

describe('classes of numbers', () => {
  it('lie between bounds, the lower one included, beside the values that are named', () => {
    const { examples } = new NumberClasses({ bounds: [0, 100], values: ['100', 'gold'], other: 'other' });

    expect(examples).toEqual(['other', 'gold', '-1', '0', '100.0', '100']);
  });

  it('have no class where no plain decimal lies', () => {
    const { examples } = new NumberClasses({ bounds: [1e15, 2e15], values: [], other: 'other' });

    expect(examples).toEqual(['other', '999999999999999']);
  });
});
