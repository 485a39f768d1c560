import * as z from 'zod';
import { noContent } from '../api-error.ts';
import { releasePhoneNumber } from '../phone-numbers.ts';
import { id } from '../requests.ts';
import { operation } from './operation.ts';

/** Moves the number to the deletion queue, where it is for 7 days. */
export const deletePhoneNumber = operation(
  'DELETE /phone-numbers/{PhoneNumberId}',
  z.object({ PhoneNumberId: id }),
  ({ PhoneNumberId }, { registry, state }) =>
    releasePhoneNumber(PhoneNumberId, registry, state.deletionQueue) ?? noContent,
);
