import { GetPhoneNumberOrderCommand, type ChimeSDKVoiceClient } from '@aws-sdk/client-chime-sdk-voice';

/**
 * Whether the account has the number that it ordered; an order takes minutes.
 * @throws Error when the order was not filled.
 */
export async function isOrderFilled(client: ChimeSDKVoiceClient, PhoneNumberOrderId: string): Promise<boolean> {
  const { PhoneNumberOrder: order } = await client.send(new GetPhoneNumberOrderCommand({ PhoneNumberOrderId }));
  const { Status = 'unknown', OrderedPhoneNumbers = [] } = order ?? {};
  if (Status === 'Processing' || Status === 'Submitted') return false;
  if (Status === 'Successful' && OrderedPhoneNumbers.every((each) => each.Status === 'Acquired')) return true;
  throw new Error(
    `the order of the phone number was not filled (${Status}): somebody else may have taken the number; deploy again, or choose another area code`,
  );
}
