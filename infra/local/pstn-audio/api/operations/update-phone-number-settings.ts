import * as z from 'zod';
import { noContent } from '../api-error.ts';
import { callingName } from '../phone-numbers.ts';
import { operation } from './operation.ts';

/** As often as one likes; AWS allows it once in seven days. */
export const updatePhoneNumberSettings = operation(
  'PUT /settings/phone-number',
  z.object({ CallingName: callingName }),
  ({ CallingName }, { registry, state }) => {
    state.callingName = { CallingName, CallingNameUpdatedTimestamp: registry.now() };
    return noContent;
  },
);
