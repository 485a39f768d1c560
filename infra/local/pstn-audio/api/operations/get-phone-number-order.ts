import * as z from 'zod';
import { done, refused } from '../api-error.ts';
import { id } from '../requests.ts';
import { operation } from './operation.ts';

export const getPhoneNumberOrder = operation(
  'GET /phone-number-orders/{PhoneNumberOrderId}',
  z.object({ PhoneNumberOrderId: id }),
  ({ PhoneNumberOrderId }, { state }) => {
    const order = state.orders.get(PhoneNumberOrderId);
    return order === undefined
      ? refused('NotFoundException', 'PhoneNumberOrderId: the account has no such order.')
      : done({ PhoneNumberOrder: order });
  },
);
