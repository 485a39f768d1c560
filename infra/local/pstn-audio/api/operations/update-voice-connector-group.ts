import * as z from 'zod';
import { accepted } from '../api-error.ts';
import { id, objectName } from '../requests.ts';
import { callDistributionType, groupItems, itemProblem, noSuchGroup, showGroup } from '../voice-connector-groups.ts';
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
  ({ VoiceConnectorGroupId, Name, VoiceConnectorItems, CallDistributionType }, { registry, state }) => {
    const group = registry.voiceConnectorGroups.get(VoiceConnectorGroupId);
    if (group === undefined) return noSuchGroup();
    const problem = itemProblem(VoiceConnectorItems, registry);
    if (problem !== undefined) return problem;
    const updated = { ...group, Name, VoiceConnectorItems, UpdatedTimestamp: registry.now() };
    registry.voiceConnectorGroups.set(VoiceConnectorGroupId, updated);
    if (CallDistributionType !== undefined) state.callDistribution.set(VoiceConnectorGroupId, CallDistributionType);
    return accepted({ VoiceConnectorGroup: showGroup(updated, state) });
  },
);
