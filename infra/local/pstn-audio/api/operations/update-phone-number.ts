import * as z from 'zod';
import { done } from '../api-error.ts';
import { changePhoneNumber, phoneNumberChange } from '../phone-number-change.ts';
import { operation } from './operation.ts';

export const updatePhoneNumber = operation(
  'POST /phone-numbers/{PhoneNumberId}',
  z.object(phoneNumberChange),
  (request, { registry }) => {
    const changed = changePhoneNumber(request, registry);
    return 'kind' in changed ? changed : done({ PhoneNumber: changed });
  },
);
