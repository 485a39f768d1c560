import { createRequire } from 'node:module';
import { areaCodesAbroad, mayBeRung } from '../../../../shared/domain/callback-prefixes.ts';
import type { E164 } from '../../../../shared/domain/phone-number.ts';

const rung = (number: string, prefixes?: readonly string[]): boolean => mayBeRung(number as E164, prefixes);

describe('a callback, unless told otherwise,', () => {
  it.each([
    { number: '+12065550147', of: 'Seattle' },
    { number: '+15205550147', of: 'Arizona, though 521 to 529 are no places' },
    { number: '+15145550148', of: 'Montréal' },
    { number: '+17875550147', of: 'Puerto Rico, which is in the United States' },
  ])('rings $number: $of', ({ number }) => {
    expect(rung(number)).toBe(true);
  });

  it.each([
    { number: '+18765550147', of: 'Jamaica' },
    { number: '+18095550147', of: 'the Dominican Republic' },
    { number: '+19005550147', of: 'premium rates' },
    { number: '+12069765550', of: 'premium rates of one area' },
    { number: '+12065551212', of: 'directory assistance' },
    { number: '+15005550147', of: 'a number that follows a person' },
    { number: '+15235550147', of: 'a number that follows a person' },
    { number: '+16005550147', of: 'a carrier' },
    { number: '+17105550147', of: 'a government' },
    { number: '+18005550147', of: 'somebody who pays for being called' },
    { number: '+447700900123', of: 'another country' },
    { number: '+525550123456', of: 'another country' },
    { number: '+882160000000', of: 'satellites' },
  ])('does not ring $number: $of', ({ number }) => {
    expect(rung(number)).toBe(false);
  });
});

describe('prefixes that are told', () => {
  it('take the place of the usual ones', () => {
    expect(rung('+447700900123', ['+1', '+447'])).toBe(true);
    expect(rung('+449098790123', ['+1', '+447'])).toBe(false);
    expect(rung('+12065550147', ['+447'])).toBe(false);
    expect(rung('+12065550147', [])).toBe(false);
  });

  it('let a number of another tariff be rung where they name what makes it so, not by +1 alone', () => {
    expect(rung('+18765550147', ['+1'])).toBe(false);
    expect(rung('+18765550147', ['+1', '+1876'])).toBe(true);
    expect(rung('+12069765550', ['+1206'])).toBe(false);
    expect(rung('+12069765550', ['+1206976'])).toBe(true);
  });
});

/** What libphonenumber-js knows: per country, its pattern of all numbers at 2 and what its own begin with at 10. */
interface Metadata {
  readonly country_calling_codes: Readonly<Record<string, readonly string[]>>;
  readonly countries: Readonly<Record<string, readonly unknown[]>>;
}
const metadata = createRequire(import.meta.url)('libphonenumber-js/metadata.max.json') as Metadata;
const areaCodes = Array.from({ length: 800 }, (_, index) => String(200 + index));

describe('the area codes', () => {
  it('abroad are those of the countries that share +1, by the metadata of libphonenumber', () => {
    const ofTheUnitedStates = ['US', 'CA', 'AS', 'GU', 'MP', 'PR', 'VI'];
    const abroad = (metadata.country_calling_codes['1'] ?? [])
      .filter((country) => !ofTheUnitedStates.includes(country))
      .flatMap((country) => codesThatBegin(String(metadata.countries[country]?.[10])));

    expect([...new Set(abroad)].toSorted()).toEqual([...areaCodesAbroad].toSorted());
  });

  it('of places in the United States and Canada are rung, each of them', () => {
    const places = ['US', 'CA'].flatMap((country) => {
      const [types] = (metadata.countries[country]?.[11] ?? []) as readonly (readonly string[])[];
      const pattern = new RegExp(`^(?:${types?.[0]})$`);
      return areaCodes.filter((code) => pattern.test(`${code}2345678`));
    });

    expect(places.length).toBeGreaterThan(350);
    expect(places.filter((code) => !rung(`+1${code}2345678`))).toEqual([]);
  });
});

/** "658|876", "8001|8[024]9": the area codes among them. */
function codesThatBegin(leading: string): readonly string[] {
  const pattern = new RegExp(`^(?:${leading})$`);
  return areaCodes.filter((code) => pattern.test(code));
}
