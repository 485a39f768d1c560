import * as z from 'zod';
import { noContent } from '../api-error.ts';
import { connectorOperation } from './connector-operation.ts';

export const deleteVoiceConnectorExternalSystemsConfiguration = connectorOperation(
  'DELETE /voice-connectors/{VoiceConnectorId}/external-systems-configuration',
  z.object({}),
  (connector, _, { registry }) => {
    const { ExternalSystemsConfiguration: _deleted, ...left } = connector;
    registry.voiceConnectors.set(left.VoiceConnectorId, left);
    return noContent;
  },
);
