import * as z from 'zod';
import { noContent, refused } from '../api-error.ts';
import { id } from '../requests.ts';
import { noSuchGroup } from '../voice-connector-groups.ts';
import { operation } from './operation.ts';

/** Only when it is empty and no number is associated with it. */
export const deleteVoiceConnectorGroup = operation(
  'DELETE /voice-connector-groups/{VoiceConnectorGroupId}',
  z.object({ VoiceConnectorGroupId: id }),
  ({ VoiceConnectorGroupId }, { registry }) => {
    const group = registry.voiceConnectorGroups.get(VoiceConnectorGroupId);
    if (group === undefined) return noSuchGroup();
    if (registry.numbersOf('VoiceConnectorGroupId', VoiceConnectorGroupId).length > 0)
      return refused(
        'ConflictException',
        'Phone numbers are associated with the group: disassociate them first.',
        'PhoneNumberAssociationsExist',
      );
    if (group.VoiceConnectorItems.length > 0)
      return refused(
        'ConflictException',
        'The group has Voice Connectors: take them out of it with UpdateVoiceConnectorGroup first.',
        'VoiceConnectorGroupAssociationsExist',
      );
    registry.voiceConnectorGroups.delete(VoiceConnectorGroupId);
    registry.tags.delete(group.VoiceConnectorGroupArn);
    return noContent;
  },
);
