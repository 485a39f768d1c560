import * as z from 'zod';
import { productTypes } from '../../objects/phone-number.ts';
import { done } from '../api-error.ts';
import { operation } from './operation.ts';

/** The one country that a local search finds numbers of; AWS has more. */
export const listSupportedPhoneNumberCountries = operation(
  'GET /phone-number-countries',
  z.object({ ProductType: z.enum(productTypes) }),
  () => done({ PhoneNumberCountries: [{ CountryCode: 'US', SupportedPhoneNumberTypes: ['Local', 'TollFree'] }] }),
);
