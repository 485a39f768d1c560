import {
  DeletePhoneNumberCommand,
  DisassociatePhoneNumbersFromVoiceConnectorCommand,
  GetSipRuleCommand,
  type ChimeSDKVoiceClient,
  type PhoneNumber,
} from '@aws-sdk/client-chime-sdk-voice';
import { isServiceError, unlessNotFound } from './service-error.ts';

/**
 * Gives a number back, which AWS takes only when it rings nothing (API reference, DeletePhoneNumber). It stays in the deletion queue
 * for 7 days.
 * @returns false while it is still to be asked for again.
 * @throws Error when a SIP rule that is not going away has it.
 */
export async function releaseNumber(client: ChimeSDKVoiceClient, number: PhoneNumber | undefined): Promise<boolean> {
  if (number === undefined || isGivenBack(number)) return true;
  const { PhoneNumberId, E164PhoneNumber = '', Associations = [] } = number;
  for (const { Name, Value } of Associations) {
    if (Name === 'SipRuleId') {
      const rule = await unlessNotFound(client.send(new GetSipRuleCommand({ SipRuleId: Value })));
      if (rule !== undefined)
        throw new Error(`SIP rule ${Value} still takes the number's calls: delete that rule first`);
    } else if (Name === 'VoiceConnectorId') {
      await client.send(
        new DisassociatePhoneNumbersFromVoiceConnectorCommand({
          VoiceConnectorId: Value,
          E164PhoneNumbers: [E164PhoneNumber],
        }),
      );
    } else throw new Error(`the number is associated (${Name}): disassociate it first`);
  }
  // What it rang is gone; that it rings nothing is soon known everywhere, and until then refused.
  if (Associations.length > 0) return false;
  try {
    await unlessNotFound(client.send(new DeletePhoneNumberCommand({ PhoneNumberId })));
    return true;
  } catch (error) {
    if (isServiceError(error, 'BadRequestException')) return false;
    throw error;
  }
}

function isGivenBack({ Status }: PhoneNumber): boolean {
  return (
    Status === 'ReleaseInProgress' ||
    Status === 'DeleteInProgress' ||
    Status === 'AcquireFailed' ||
    Status === 'Cancelled'
  );
}
