import { newPhoneNumber } from '../../infra/local/pstn-audio/objects/new-phone-number.ts';
import type { PhoneNumberProductType } from '../../infra/local/pstn-audio/objects/phone-number.ts';
import type { StackFixture } from './chime-provider-fixture.ts';

/** A number that the account has had before there was a stack. */
export function orderedNumber(
  { registry }: StackFixture,
  E164PhoneNumber: string,
  ProductType: PhoneNumberProductType = 'SipMediaApplicationDialIn',
  OrderId?: string,
): void {
  const order = OrderId === undefined ? {} : { OrderId };
  registry.phoneNumbers.set(E164PhoneNumber, newPhoneNumber({ E164PhoneNumber, ProductType, ...order }, registry));
}
