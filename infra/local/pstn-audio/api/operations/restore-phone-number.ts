import * as z from 'zod';
import { done, refused } from '../api-error.ts';
import { findPhoneNumber, noSuchNumber } from '../phone-numbers.ts';
import { id } from '../requests.ts';
import { operation } from './operation.ts';

/** Back from the deletion queue. */
export const restorePhoneNumber = operation(
  'POST /phone-numbers/{PhoneNumberId}?operation=restore',
  z.object({ PhoneNumberId: id }),
  ({ PhoneNumberId }, { registry, state }) => {
    const number = findPhoneNumber(registry, PhoneNumberId);
    if (number === undefined) return noSuchNumber();
    if (number.Status !== 'ReleaseInProgress')
      return refused('BadRequestException', 'PhoneNumberId: the number is not in the deletion queue.');
    return done({ PhoneNumber: state.deletionQueue.restore(number) });
  },
);
