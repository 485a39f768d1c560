import { e164Of } from '../../../../shared/contracts/phone-number.ts';

describe('number of a customer profile', () => {
  it.each([
    {
      case: 'as the documentation shows it',
      profile: { countryCode: '+1', phoneNumber: '999-999-9999' },
      number: '+19999999999',
    },
    {
      case: 'reserved for examples',
      profile: { countryCode: '+1', phoneNumber: '206-555-0100' },
      number: '+12065550100',
    },
    { case: 'without a plus', profile: { countryCode: '1', phoneNumber: '(206) 555 0100' }, number: '+12065550100' },
    {
      case: 'with its own long-distance prefix',
      profile: { countryCode: '+1', phoneNumber: '1 206 555 0100' },
      number: '+12065550100',
    },
    {
      case: 'with a national prefix abroad',
      profile: { countryCode: '+49', phoneNumber: '030 123456' },
      number: '+4930123456',
    },
    { case: 'complete in itself', profile: { countryCode: null, phoneNumber: '+12065550100' }, number: '+12065550100' },
  ])('$case becomes E.164', ({ profile, number }) => {
    expect(e164Of(profile)).toBe(number);
  });

  it.each([
    { case: 'nothing', profile: {} },
    { case: 'null', profile: { countryCode: '+1', phoneNumber: null } },
    { case: 'too short', profile: { countryCode: '+1', phoneNumber: '555-0100' } },
    { case: 'too long', profile: { countryCode: '+1', phoneNumber: '206-555-01000' } },
    { case: 'words', profile: { countryCode: '+1', phoneNumber: 'ask me' } },
    { case: 'without any country', profile: { phoneNumber: '206-555-0100' } },
    { case: 'of a country that does not exist', profile: { countryCode: '+999', phoneNumber: '206-555-0100' } },
  ])('$case is no number', ({ profile }) => {
    expect(e164Of(profile)).toBeUndefined();
  });
});
