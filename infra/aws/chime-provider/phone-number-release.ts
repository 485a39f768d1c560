import {
  DeletePhoneNumberCommand,
  DisassociatePhoneNumbersFromVoiceConnectorCommand,
  GetSipRuleCommand,
  type ChimeSDKVoiceClient,
  type PhoneNumber,
} from '@aws-sdk/client-chime-sdk-voice';
import { isServiceError, unlessNotFound } from './service-error.ts';
import { removeOwnRule } from './sip-rules.ts';

/**
 * Gives a number back, which AWS takes only when it rings nothing (API reference, DeletePhoneNumber). It stays in the deletion queue
 * for 7 days.
 * @param name of the SIP rule that goes with the number.
 * @returns false while it is still to be asked for again.
 * @throws Error when somebody else's SIP rule has it.
 */
export async function releaseNumber(
  client: ChimeSDKVoiceClient,
  number: PhoneNumber | undefined,
  name: string | undefined,
): Promise<boolean> {
  if (number === undefined || isGivenBack(number)) return true;
  const { PhoneNumberId, E164PhoneNumber = '', Associations = [] } = number;
  for (const { Name, Value } of Associations) {
    if (Name === 'SipRuleId') {
      const found = await unlessNotFound(client.send(new GetSipRuleCommand({ SipRuleId: Value })));
      const trigger = { TriggerType: 'ToPhoneNumber', TriggerValue: E164PhoneNumber } as const;
      if (found?.SipRule !== undefined) await removeOwnRule(client, found.SipRule, { name, trigger, whose: 'number' });
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
