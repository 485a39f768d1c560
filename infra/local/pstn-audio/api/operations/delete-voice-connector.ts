import * as z from 'zod';
import { noContent, refused } from '../api-error.ts';
import { connectorOperation } from './connector-operation.ts';

/** Not while numbers are associated with it, nor while a group has it. */
export const deleteVoiceConnector = connectorOperation(
  'DELETE /voice-connectors/{VoiceConnectorId}',
  z.object({}),
  ({ VoiceConnectorId, VoiceConnectorArn }, _, { registry }) => {
    if (registry.numbersOf('VoiceConnectorId', VoiceConnectorId).length > 0)
      return refused(
        'ConflictException',
        'Phone numbers are associated with the Voice Connector: disassociate them first.',
        'PhoneNumberAssociationsExist',
      );
    if (registry.groupsOf(VoiceConnectorId).length > 0)
      return refused(
        'ConflictException',
        'A Voice Connector group has the Voice Connector: take it out of the group first.',
        'VoiceConnectorGroupAssociationsExist',
      );
    registry.voiceConnectors.delete(VoiceConnectorId);
    registry.tags.delete(VoiceConnectorArn);
    return noContent;
  },
);
