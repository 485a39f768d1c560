import * as z from 'zod';
import { done, refused } from '../api-error.ts';
import { objectName } from '../requests.ts';
import { showConnector } from '../voice-connectors.ts';
import { connectorOperation } from './connector-operation.ts';

export const updateVoiceConnector = connectorOperation(
  'PUT /voice-connectors/{VoiceConnectorId}',
  z.object({ Name: objectName, RequireEncryption: z.boolean() }),
  (connector, changes, { registry }) => {
    const udp = connector.Origination?.Routes.some(({ Protocol }) => Protocol === 'UDP') ?? false;
    if (changes.RequireEncryption && udp)
      return refused('BadRequestException', 'RequireEncryption: needs origination routes over TCP; change them first.');
    const updated = { ...connector, ...changes, UpdatedTimestamp: registry.now() };
    registry.voiceConnectors.set(connector.VoiceConnectorId, updated);
    return done({ VoiceConnector: showConnector(updated) });
  },
);
