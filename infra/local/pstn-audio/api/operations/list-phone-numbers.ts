import * as z from 'zod';
import { productTypes } from '../../objects/phone-number.ts';
import { refused } from '../api-error.ts';
import { page } from '../page.ts';
import { paging } from '../requests.ts';
import { operation } from './operation.ts';

/** Those in the deletion queue, too, unless a status is asked for. */
export const listPhoneNumbers = operation(
  'GET /phone-numbers',
  z.object({
    Status: z.string().exactOptional(),
    ProductType: z.enum(productTypes).exactOptional(),
    FilterName: z.enum(['SipRuleId', 'VoiceConnectorId', 'VoiceConnectorGroupId']).exactOptional(),
    FilterValue: z.string().exactOptional(),
    ...paging,
  }),
  ({ Status, ProductType, FilterName, FilterValue, ...request }, { registry }) => {
    if ((FilterName === undefined) !== (FilterValue === undefined))
      return refused('BadRequestException', 'FilterName and FilterValue: give both or none.');
    const all =
      FilterName === undefined || FilterValue === undefined
        ? [...registry.phoneNumbers.values()]
        : registry.numbersOf(FilterName, FilterValue);
    const numbers = all
      .filter((number) => Status === undefined || number.Status === Status)
      .filter((number) => ProductType === undefined || number.ProductType === ProductType);
    return page('PhoneNumbers', numbers, request, {
      id: ({ PhoneNumberId }) => PhoneNumberId,
      show: (number) => number,
    });
  },
);
