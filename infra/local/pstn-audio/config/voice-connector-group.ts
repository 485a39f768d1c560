import * as z from 'zod';
import { callDistributionTypes } from '../objects/voice-connector-group.ts';
import { idSchema, nameSchema } from './parts.ts';

/** API reference, VoiceConnectorGroup and VoiceConnectorItem. */
export const voiceConnectorGroupSchema = z.strictObject({
  VoiceConnectorGroupId: idSchema,
  Name: nameSchema.optional().meta({ description: 'Default: the id.' }),
  VoiceConnectorItems: z
    .array(
      z.strictObject({
        VoiceConnectorId: idSchema,
        Priority: z.int().min(1).max(99).meta({ description: 'The lowest is tried first.' }),
      }),
    )
    .max(3),
  CallDistributionType: z
    .enum(callDistributionTypes)
    .default('PriorityWeightedDistribution')
    .meta({ description: 'Kept as data: calls go by Priority.' }),
});
