import * as z from 'zod';
import { done } from '../api-error.ts';
import { id } from '../requests.ts';
import { noSuchGroup } from '../voice-connector-groups.ts';
import { operation } from './operation.ts';

export const getVoiceConnectorGroup = operation(
  'GET /voice-connector-groups/{VoiceConnectorGroupId}',
  z.object({ VoiceConnectorGroupId: id }),
  ({ VoiceConnectorGroupId }, { registry }) => {
    const group = registry.voiceConnectorGroups.get(VoiceConnectorGroupId);
    return group === undefined ? noSuchGroup() : done({ VoiceConnectorGroup: group });
  },
);
