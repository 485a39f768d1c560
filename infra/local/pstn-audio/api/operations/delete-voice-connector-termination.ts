import * as z from 'zod';
import { noContent, refused } from '../api-error.ts';
import { connectorOperation } from './connector-operation.ts';

/** Not while emergency calling is set up, which rests on it. */
export const deleteVoiceConnectorTermination = connectorOperation(
  'DELETE /voice-connectors/{VoiceConnectorId}/termination',
  z.object({}),
  (connector, _, { registry }) => {
    if (connector.EmergencyCallingConfiguration !== undefined)
      return refused('BadRequestException', 'Emergency calling is configured: delete its configuration first.');
    const { Termination: _deleted, ...left } = connector;
    registry.voiceConnectors.set(left.VoiceConnectorId, left);
    return noContent;
  },
);
