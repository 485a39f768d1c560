import * as z from 'zod';
import { done } from '../api-error.ts';
import { connectorOperation } from './connector-operation.ts';

/** Kept and given back: no audio is streamed to Kinesis. */
export const putVoiceConnectorStreamingConfiguration = connectorOperation(
  'PUT /voice-connectors/{VoiceConnectorId}/streaming-configuration',
  z.object({
    StreamingConfiguration: z.object({
      DataRetentionInHours: z.int().min(0),
      Disabled: z.boolean(),
      StreamingNotificationTargets: z
        .array(z.object({ NotificationTarget: z.enum(['EventBridge', 'SNS', 'SQS']) }))
        .min(1)
        .max(3)
        .exactOptional(),
      MediaInsightsConfiguration: z
        .object({
          Disabled: z.boolean().exactOptional(),
          ConfigurationArn: z
            .string()
            .max(1024)
            .regex(/^arn[/:_.a-zA-Z0-9-]+$/, 'must be an ARN')
            .exactOptional(),
        })
        .exactOptional(),
    }),
  }),
  (connector, { StreamingConfiguration }, { registry }) => {
    registry.voiceConnectors.set(connector.VoiceConnectorId, { ...connector, StreamingConfiguration });
    return done({ StreamingConfiguration });
  },
);
