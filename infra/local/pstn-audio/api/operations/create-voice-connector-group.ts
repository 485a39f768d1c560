import * as z from 'zod';
import { created } from '../api-error.ts';
import { objectName } from '../requests.ts';
import { callDistributionType, groupItems, itemProblem } from '../voice-connector-groups.ts';
import { operation } from './operation.ts';

export const createVoiceConnectorGroup = operation(
  'POST /voice-connector-groups',
  z.object({
    Name: objectName,
    VoiceConnectorItems: groupItems.default([]),
    CallDistributionType: callDistributionType.default('PriorityWeightedDistribution'),
  }),
  ({ Name, VoiceConnectorItems, CallDistributionType }, { registry, ids }) => {
    const problem = itemProblem(VoiceConnectorItems, registry);
    if (problem !== undefined) return problem;
    const id = ids.uuid();
    const now = registry.now();
    const group = {
      VoiceConnectorGroupId: id,
      // A group may have members in several Regions; it is itself of this one.
      VoiceConnectorGroupArn: registry.arnOf('vcg', 'us-east-1', id),
      Name,
      VoiceConnectorItems,
      CallDistributionType,
      CreatedTimestamp: now,
      UpdatedTimestamp: now,
    };
    registry.voiceConnectorGroups.set(id, group);
    return created({ VoiceConnectorGroup: group });
  },
);
