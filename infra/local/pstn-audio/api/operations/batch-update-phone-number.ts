import * as z from 'zod';
import { done } from '../api-error.ts';
import { changePhoneNumber, phoneNumberChange } from '../phone-number-change.ts';
import { numberError } from '../phone-numbers.ts';
import { operation } from './operation.ts';

/** Those that cannot be changed are told in PhoneNumberErrors; the others are changed. */
export const batchUpdatePhoneNumber = operation(
  'POST /phone-numbers?operation=batch-update',
  z.object({
    UpdatePhoneNumberRequestItems: z
      .array(z.object(phoneNumberChange))
      .refine(
        (items) => new Set(items.map(({ PhoneNumberId }) => PhoneNumberId)).size === items.length,
        'must not name a phone number twice',
      ),
  }),
  ({ UpdatePhoneNumberRequestItems: items }, { registry }) => {
    const errors = items.flatMap((item) => {
      const changed = changePhoneNumber(item, registry);
      return 'kind' in changed ? [numberError(item.PhoneNumberId, changed)] : [];
    });
    return done({ PhoneNumberErrors: errors });
  },
);
