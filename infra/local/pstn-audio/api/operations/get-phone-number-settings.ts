import * as z from 'zod';
import { done } from '../api-error.ts';
import { operation } from './operation.ts';

export const getPhoneNumberSettings = operation('GET /settings/phone-number', z.object({}), (_, { state }) =>
  done(state.callingName ?? {}),
);
