import * as z from 'zod';
import { noContent, refused } from '../api-error.ts';
import { connectorOperation } from './connector-operation.ts';

/** Not while emergency calling is set up, which rests on it. */
export const deleteVoiceConnectorOrigination = connectorOperation(
  'DELETE /voice-connectors/{VoiceConnectorId}/origination',
  z.object({}),
  (connector, _, { registry }) => {
    if (connector.EmergencyCallingConfiguration !== undefined)
      return refused('BadRequestException', 'Emergency calling is configured: delete its configuration first.');
    const { Origination: _deleted, ...left } = connector;
    registry.voiceConnectors.set(left.VoiceConnectorId, left);
    return noContent;
  },
);
