import * as z from 'zod';
import { done } from '../api-error.ts';
import { numberError, releasePhoneNumber } from '../phone-numbers.ts';
import { id } from '../requests.ts';
import { operation } from './operation.ts';

/** Those that cannot be deleted are told in PhoneNumberErrors; the others go to the deletion queue. */
export const batchDeletePhoneNumber = operation(
  'POST /phone-numbers?operation=batch-delete',
  z.object({ PhoneNumberIds: z.array(id).min(1) }),
  ({ PhoneNumberIds }, { registry, state }) => {
    const errors = PhoneNumberIds.flatMap((id) => {
      const error = releasePhoneNumber(id, registry, state.deletionQueue);
      return error === undefined ? [] : [numberError(id, error)];
    });
    return done({ PhoneNumberErrors: errors });
  },
);
