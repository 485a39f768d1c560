import * as z from 'zod';
import { noContent } from '../api-error.ts';
import { connectorOperation } from './connector-operation.ts';

export const deleteVoiceConnectorExternalSystemsConfiguration = connectorOperation(
  'DELETE /voice-connectors/{VoiceConnectorId}/external-systems-configuration',
  z.object({}),
  ({ VoiceConnectorId }, _, { state }) => {
    state.externalSystems.delete(VoiceConnectorId);
    return noContent;
  },
);
