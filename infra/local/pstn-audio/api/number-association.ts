import type { PhoneNumber } from '../objects/phone-number.ts';
import type { Registry } from '../objects/registry.ts';
import { refused, type ApiError } from './api-error.ts';
import { associate, disassociate, noSuchNumber, numberError } from './phone-numbers.ts';

/** A Voice Connector or a group of them. */
export interface NumberOwner {
  readonly name: 'VoiceConnectorId' | 'VoiceConnectorGroupId';
  readonly id: string;
}

/**
 * Lets the numbers ring the owner; returns the errors of those that cannot (PhoneNumberErrors).
 * @param force takes numbers away from what they ring now.
 */
export function associateAll(
  numbers: readonly string[],
  owner: NumberOwner,
  force: boolean,
  registry: Registry,
): readonly object[] {
  return numbers.flatMap((e164) => {
    const number = registry.phoneNumbers.get(e164);
    const error = number === undefined ? noSuchNumber() : associationProblem(number, owner, force);
    if (error !== undefined) return [numberError(e164, error)];
    if (number !== undefined && !rings(number, owner)) associate(registry, number, owner.name, owner.id);
    return [];
  });
}

/** The numbers ring the owner no longer; returns the errors of those that did not. */
export function disassociateAll(numbers: readonly string[], owner: NumberOwner, registry: Registry): readonly object[] {
  return numbers.flatMap((e164) => {
    const number = registry.phoneNumbers.get(e164);
    if (number === undefined) return [numberError(e164, noSuchNumber())];
    if (!rings(number, owner))
      return [numberError(e164, refused('BadRequestException', 'The number is not associated with this.'))];
    disassociate(registry, number);
    return [];
  });
}

function rings({ Associations }: PhoneNumber, { name, id }: NumberOwner): boolean {
  return Associations.some(({ Name, Value }) => Name === name && Value === id);
}

function associationProblem(number: PhoneNumber, owner: NumberOwner, force: boolean): ApiError | undefined {
  if (number.ProductType !== 'VoiceConnector')
    return refused('BadRequestException', 'The number must have the product type VoiceConnector.');
  if (number.Status === 'ReleaseInProgress')
    return refused('BadRequestException', 'The number is in the deletion queue: restore it first.');
  if (number.Associations.length > 0 && !force && !rings(number, owner))
    return refused(
      'ConflictException',
      'The number is associated already: disassociate it, or say ForceAssociate.',
      'PhoneNumberAssociationsExist',
    );
  return undefined;
}
