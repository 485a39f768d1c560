import * as z from 'zod';
import { countryOf } from '../../objects/new-phone-number.ts';
import { productTypes } from '../../objects/phone-number.ts';
import { created, refused } from '../api-error.ts';
import { phoneNumberName, phoneNumbers } from '../phone-numbers.ts';
import { operation } from './operation.ts';

/** Any number may be ordered, not only those that a search finds: nobody's number is taken by it. */
export const createPhoneNumberOrder = operation(
  'POST /phone-number-orders',
  z.object({
    ProductType: z.enum(productTypes),
    E164PhoneNumbers: phoneNumbers,
    Name: phoneNumberName.exactOptional(),
  }),
  (request, { ids, state }) => {
    const abroad = request.E164PhoneNumbers.some((number) => countryOf(number) !== 'US');
    if (request.ProductType === 'VoiceConnector' && abroad)
      return refused(
        'BadRequestException',
        'ProductType: numbers outside the United States must be SipMediaApplicationDialIn.',
      );
    return created({ PhoneNumberOrder: state.orders.place(ids.uuid(), request) });
  },
);
