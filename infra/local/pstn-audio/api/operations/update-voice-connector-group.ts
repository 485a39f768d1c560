import * as z from 'zod';
import { accepted } from '../api-error.ts';
import { id, objectName } from '../requests.ts';
import { callDistributionType, groupItems, itemProblem, noSuchGroup } from '../voice-connector-groups.ts';
import { operation } from './operation.ts';

/** AWS answers 202 and is done soon after; here it is done at once. */
export const updateVoiceConnectorGroup = operation(
  'PUT /voice-connector-groups/{VoiceConnectorGroupId}',
  z.object({
    VoiceConnectorGroupId: id,
    Name: objectName,
    VoiceConnectorItems: groupItems,
    CallDistributionType: callDistributionType.exactOptional(),
  }),
  ({ VoiceConnectorGroupId, ...changes }, { registry }) => {
    const group = registry.voiceConnectorGroups.get(VoiceConnectorGroupId);
    if (group === undefined) return noSuchGroup();
    const problem = itemProblem(changes.VoiceConnectorItems, registry);
    if (problem !== undefined) return problem;
    const updated = { ...group, ...changes, UpdatedTimestamp: registry.now() };
    registry.voiceConnectorGroups.set(VoiceConnectorGroupId, updated);
    return accepted({ VoiceConnectorGroup: updated });
  },
);
