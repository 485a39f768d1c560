import * as z from 'zod';
import { noContent } from '../api-error.ts';
import { connectorOperation } from './connector-operation.ts';

export const deleteVoiceConnectorEmergencyCallingConfiguration = connectorOperation(
  'DELETE /voice-connectors/{VoiceConnectorId}/emergency-calling-configuration',
  z.object({}),
  (connector, _, { registry }) => {
    const { EmergencyCallingConfiguration: _deleted, ...left } = connector;
    registry.voiceConnectors.set(left.VoiceConnectorId, left);
    return noContent;
  },
);
