import * as z from 'zod';
import { page } from '../page.ts';
import { paging } from '../requests.ts';
import { operation } from './operation.ts';

export const listPhoneNumberOrders = operation('GET /phone-number-orders', z.object(paging), (request, { state }) =>
  page('PhoneNumberOrders', state.orders.all(), request, {
    id: ({ PhoneNumberOrderId }) => PhoneNumberOrderId,
    show: (order) => order,
  }),
);
