import * as z from 'zod';
import { done } from '../api-error.ts';
import { disassociateAll } from '../number-association.ts';
import { phoneNumbers } from '../phone-numbers.ts';
import { id } from '../requests.ts';
import { noSuchGroup } from '../voice-connector-groups.ts';
import { operation } from './operation.ts';

export const disassociatePhoneNumbersFromVoiceConnectorGroup = operation(
  'POST /voice-connector-groups/{VoiceConnectorGroupId}?operation=disassociate-phone-numbers',
  z.object({ VoiceConnectorGroupId: id, E164PhoneNumbers: phoneNumbers }),
  ({ VoiceConnectorGroupId, E164PhoneNumbers }, { registry }) => {
    if (!registry.voiceConnectorGroups.has(VoiceConnectorGroupId)) return noSuchGroup();
    const owner = { name: 'VoiceConnectorGroupId', id: VoiceConnectorGroupId } as const;
    return done({ PhoneNumberErrors: disassociateAll(E164PhoneNumbers, owner, registry) });
  },
);
