import * as z from 'zod';
import { done } from '../api-error.ts';
import { findPhoneNumber, noSuchNumber } from '../phone-numbers.ts';
import { id } from '../requests.ts';
import { operation } from './operation.ts';

export const getPhoneNumber = operation(
  'GET /phone-numbers/{PhoneNumberId}',
  z.object({ PhoneNumberId: id }),
  ({ PhoneNumberId }, { registry }) => {
    const number = findPhoneNumber(registry, PhoneNumberId);
    return number === undefined ? noSuchNumber() : done({ PhoneNumber: number });
  },
);
