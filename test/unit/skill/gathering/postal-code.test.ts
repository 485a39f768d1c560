import { callerLocationSchema } from '../../../../shared/contracts/call-context.ts';
import { epochMs } from '../../../../shared/domain/time.ts';
import { locationOfPostalCode } from '../../../../skill/gathering/postal-code.ts';

const at = epochMs(1_790_000_000_000);

describe('a postal code that a caller says', () => {
  it.each([
    { locale: 'en-US', said: '98109', kept: '98109' },
    { locale: 'en-US', said: '9 8 1 0 9', kept: '98109' },
    { locale: 'en-US', said: '98109-1234', kept: '98109' },
    { locale: 'en-US', said: 'nine eight one oh nine', kept: '98109' },
    { locale: 'en-US', said: '02134', kept: '02134' },
    { locale: 'es-US', said: '33 101', kept: '33101' },
    { locale: 'es-US', said: 'tres tres uno cero uno', kept: '33101' },
    { locale: 'en-CA', said: 'M5V 3L9', kept: 'M5V 3L9' },
    { locale: 'en-CA', said: 'm5v3l9', kept: 'M5V 3L9' },
    { locale: 'en-CA', said: 'm. five v. three l. nine', kept: 'M5V 3L9' },
    { locale: 'en-CA', said: ' m 5 v ', kept: 'M5V' },
    { locale: 'fr-CA', said: 'h trois z', kept: 'H3Z' },
    { locale: 'fr-CA', said: 'H deux Y un C zéro', kept: 'H2Y 1C0' },
    { locale: 'fr-CA', said: 'h2y 1c ze\u0301ro', kept: 'H2Y 1C0' },
    { locale: 'en-CA', said: 'K oh A one B oh', kept: 'K0A 1B0' },
  ])('is understood in $locale: "$said"', ({ locale, said, kept }) => {
    const location = locationOfPostalCode(said, locale, at);

    expect(location).toMatchObject({
      source: 'postalCode',
      observedAt: at,
      countryCode: locale.endsWith('US') ? 'US' : 'CA',
      postalCode: kept,
    });
    expect(callerLocationSchema.parse(location)).toEqual(location);
  });

  it('has coordinates where they are known', () => {
    expect(locationOfPostalCode('98109', 'en-US', at)).toHaveProperty('coordinates.latitude', expect.closeTo(47.63, 1));
    expect(locationOfPostalCode('00000', 'en-US', at)).not.toHaveProperty('coordinates');
    expect(locationOfPostalCode('M5V 3L9', 'en-CA', at)).not.toHaveProperty('coordinates');
  });

  it.each([
    { locale: 'en-US', said: '' },
    { locale: 'en-US', said: '?' },
    { locale: 'en-US', said: '9810' },
    { locale: 'en-US', said: '981091' },
    { locale: 'en-US', said: 'M5V 3L9' },
    { locale: 'en-US', said: 'Seattle' },
    { locale: 'en-US', said: '９８１０９' },
    { locale: 'en-US', said: 'constructor' },
    { locale: 'en-US', said: `98109${' '.repeat(100)}` },
    { locale: 'en-CA', said: '98109' },
    { locale: 'en-CA', said: 'M5V 3L' },
    { locale: 'en-CA', said: 'W5V 3L9' },
    { locale: 'en-CA', said: 'M5D 3L9' },
    { locale: 'en-GB', said: '98109' },
    { locale: 'toString', said: '98109' },
    { locale: undefined, said: '98109' },
  ])('is not understood in $locale: "$said"', ({ locale, said }) => {
    expect(locationOfPostalCode(said, locale, at)).toBeUndefined();
  });
});
