import * as z from 'zod';
import { done } from '../api-error.ts';
import { associateAll } from '../number-association.ts';
import { phoneNumbers } from '../phone-numbers.ts';
import { id } from '../requests.ts';
import { noSuchGroup } from '../voice-connector-groups.ts';
import { operation } from './operation.ts';

/** Calls to the numbers go to the Voice Connectors of the group. */
export const associatePhoneNumbersWithVoiceConnectorGroup = operation(
  'POST /voice-connector-groups/{VoiceConnectorGroupId}?operation=associate-phone-numbers',
  z.object({ VoiceConnectorGroupId: id, E164PhoneNumbers: phoneNumbers, ForceAssociate: z.boolean().default(false) }),
  ({ VoiceConnectorGroupId, E164PhoneNumbers, ForceAssociate }, { registry }) => {
    if (!registry.voiceConnectorGroups.has(VoiceConnectorGroupId)) return noSuchGroup();
    const owner = { name: 'VoiceConnectorGroupId', id: VoiceConnectorGroupId } as const;
    return done({ PhoneNumberErrors: associateAll(E164PhoneNumbers, owner, ForceAssociate, registry) });
  },
);
