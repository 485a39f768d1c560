import * as z from 'zod';
import { done } from '../api-error.ts';
import { id } from '../requests.ts';
import { noSuchGroup, showGroup } from '../voice-connector-groups.ts';
import { operation } from './operation.ts';

export const getVoiceConnectorGroup = operation(
  'GET /voice-connector-groups/{VoiceConnectorGroupId}',
  z.object({ VoiceConnectorGroupId: id }),
  ({ VoiceConnectorGroupId }, { registry, state }) => {
    const group = registry.voiceConnectorGroups.get(VoiceConnectorGroupId);
    return group === undefined ? noSuchGroup() : done({ VoiceConnectorGroup: showGroup(group, state) });
  },
);
