import * as z from 'zod';
import { productTypes, type PhoneNumber } from '../objects/phone-number.ts';
import type { Registry } from '../objects/registry.ts';
import { refused, type ApiError } from './api-error.ts';
import { callingName, findPhoneNumber, noSuchNumber, phoneNumberName } from './phone-numbers.ts';
import { id } from './requests.ts';

/** A change of one number: one of the three at a time (API reference, UpdatePhoneNumber). */
export const phoneNumberChange = {
  PhoneNumberId: id,
  ProductType: z.enum(productTypes).exactOptional(),
  CallingName: callingName.exactOptional(),
  Name: phoneNumberName.exactOptional(),
};

type Change = z.output<z.ZodObject<typeof phoneNumberChange>>;

/** Changes the number, or tells why it stays as it is. */
export function changePhoneNumber({ PhoneNumberId, ...change }: Change, registry: Registry): PhoneNumber | ApiError {
  const number = findPhoneNumber(registry, PhoneNumberId);
  if (number === undefined) return noSuchNumber();
  if (Object.keys(change).length !== 1)
    return refused('BadRequestException', 'Give one of ProductType, CallingName and Name, and only one at a time.');
  if (number.Status === 'ReleaseInProgress')
    return refused('BadRequestException', 'The number is in the deletion queue: restore it first.');
  const problem = change.ProductType && productProblem(number, change.ProductType);
  if (problem !== undefined) return problem;
  const changed: PhoneNumber = {
    ...number,
    ...change,
    // On AWS that takes up to 72 hours.
    ...(change.CallingName === undefined ? {} : { CallingNameStatus: 'UpdateSucceeded' as const }),
    UpdatedTimestamp: registry.now(),
  };
  registry.phoneNumbers.set(number.E164PhoneNumber, changed);
  return changed;
}

function productProblem(number: PhoneNumber, wanted: PhoneNumber['ProductType']): ApiError | undefined {
  if (wanted === number.ProductType) return undefined;
  if (number.Associations.length > 0)
    return refused(
      'ConflictException',
      'ProductType: the number is assigned. Disassociate it, or delete its SIP rule, first.',
      'PhoneNumberAssociationsExist',
    );
  if (wanted === 'VoiceConnector' && number.Country !== 'US')
    return refused(
      'BadRequestException',
      'ProductType: numbers outside the United States must be SipMediaApplicationDialIn.',
    );
  return undefined;
}
