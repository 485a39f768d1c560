import * as z from 'zod';
import { noContent } from '../api-error.ts';
import { connectorOperation } from './connector-operation.ts';

export const deleteVoiceConnectorStreamingConfiguration = connectorOperation(
  'DELETE /voice-connectors/{VoiceConnectorId}/streaming-configuration',
  z.object({}),
  (connector, _, { registry }) => {
    const { StreamingConfiguration: _deleted, ...left } = connector;
    registry.voiceConnectors.set(left.VoiceConnectorId, left);
    return noContent;
  },
);
