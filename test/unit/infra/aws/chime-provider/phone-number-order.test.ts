import type {
  ChimeSDKVoiceClient,
  OrderedPhoneNumberStatus,
  PhoneNumberOrderStatus,
} from '@aws-sdk/client-chime-sdk-voice';
import { isOrderFilled } from '../../../../../infra/aws/chime-provider/phone-number-order.ts';

// The local service fills an order as soon as it is asked about; AWS takes minutes.
function asking(Status: PhoneNumberOrderStatus, ofNumber: OrderedPhoneNumberStatus): Promise<boolean> {
  const PhoneNumberOrder = { Status, OrderedPhoneNumbers: [{ E164PhoneNumber: '+12065550100', Status: ofNumber }] };
  const client = { send: async () => ({ PhoneNumberOrder }) } as unknown as ChimeSDKVoiceClient;
  return isOrderFilled(client, 'order');
}

describe('an order of a phone number', () => {
  it.each(['Processing', 'Submitted'] as const)('is waited for while it is %s', async (status) => {
    await expect(asking(status, 'Processing')).resolves.toBe(false);
  });

  it('is filled when the number is acquired', async () => {
    await expect(asking('Successful', 'Acquired')).resolves.toBe(true);
  });

  it.each(['Failed', 'Partial', 'Cancelled', 'Exception', 'Successful'] as const)(
    'is given up when it is %s without the number, which is not told',
    async (status) => {
      const asked = asking(status, 'Failed');

      await expect(asked).rejects.toThrow(`was not filled (${status})`);
      await expect(asked).rejects.toThrow(expect.not.stringContaining('+1206'));
    },
  );
});
