import * as z from 'zod';
import type { PhoneNumber, PhoneNumberAssociation } from '../objects/phone-number.ts';
import type { Registry } from '../objects/registry.ts';
import { refused, type ApiError } from './api-error.ts';
import type { DeletionQueue } from './deletion-queue.ts';
import { e164 } from './requests.ts';

export const phoneNumbers = z.array(e164).min(1);

export const phoneNumberName = z
  .string()
  .max(256)
  .regex(/^$|^[\w,.-]+(?:\s+[\w,.-]+)*$/, 'may hold words of letters, digits and , . _ - only');

export const callingName = z
  .string()
  .regex(/^$|^[a-zA-Z0-9 ]{2,15}$/, 'must be empty or 2 to 15 letters, digits and spaces');

/** The number with this id, which is the number itself. AWS's examples write "%2B" for its "+". */
export function findPhoneNumber(registry: Registry, id: string): PhoneNumber | undefined {
  return registry.phoneNumbers.get(id.replace(/^%2B/i, '+'));
}

/** The number rings this from now on, and nothing else. */
export function associate(
  registry: Registry,
  number: PhoneNumber,
  Name: PhoneNumberAssociation['Name'],
  Value: string,
): void {
  const now = registry.now();
  registry.phoneNumbers.set(number.E164PhoneNumber, {
    ...number,
    Status: 'Assigned',
    Associations: [{ Name, Value, AssociatedTimestamp: now }],
    UpdatedTimestamp: now,
  });
}

/** The number rings nothing from now on. */
export function disassociate(registry: Registry, number: PhoneNumber): void {
  registry.phoneNumbers.set(number.E164PhoneNumber, {
    ...number,
    Status: 'Unassigned',
    Associations: [],
    UpdatedTimestamp: registry.now(),
  });
}

/** Moves the number to the deletion queue, or tells why it stays. One that is there already stays there. */
export function releasePhoneNumber(id: string, registry: Registry, queue: DeletionQueue): ApiError | undefined {
  const number = findPhoneNumber(registry, id);
  if (number === undefined) return noSuchNumber();
  if (number.Associations.length > 0)
    return refused(
      'BadRequestException',
      'The number is assigned: disassociate it from its Voice Connector, or delete its SIP rule, first.',
      'PhoneNumberAssociationsExist',
    );
  if (number.Status !== 'ReleaseInProgress') queue.add(number);
  return undefined;
}

export function noSuchNumber(): ApiError {
  return refused('NotFoundException', "PhoneNumberId: the number is not in the account's inventory.");
}

/** One of many numbers could not be dealt with (API reference, PhoneNumberError). */
export function numberError(PhoneNumberId: string, { code, message }: ApiError): object {
  return { PhoneNumberId, ErrorCode: code, ErrorMessage: message };
}
