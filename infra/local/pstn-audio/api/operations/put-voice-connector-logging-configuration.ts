import * as z from 'zod';
import { done } from '../api-error.ts';
import { connectorOperation } from './connector-operation.ts';

/** Kept and given back: the local service has logs of its own. */
export const putVoiceConnectorLoggingConfiguration = connectorOperation(
  'PUT /voice-connectors/{VoiceConnectorId}/logging-configuration',
  z.object({
    LoggingConfiguration: z.object({
      EnableSIPLogs: z.boolean().default(false),
      EnableMediaMetricLogs: z.boolean().default(false),
    }),
  }),
  (connector, { LoggingConfiguration }, { registry }) => {
    registry.voiceConnectors.set(connector.VoiceConnectorId, { ...connector, LoggingConfiguration });
    return done({ LoggingConfiguration });
  },
);
