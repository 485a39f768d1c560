import * as z from 'zod';
import { noContent } from '../api-error.ts';
import { connectorOperation } from './connector-operation.ts';

/** A name that there is not is as good as deleted. */
export const deleteVoiceConnectorTerminationCredentials = connectorOperation(
  'POST /voice-connectors/{VoiceConnectorId}/termination/credentials?operation=delete',
  z.object({ Usernames: z.array(z.string()) }),
  (connector, { Usernames }, { registry }) => {
    registry.voiceConnectors.set(connector.VoiceConnectorId, {
      ...connector,
      TerminationCredentials: connector.TerminationCredentials.filter(({ Username }) => !Usernames.includes(Username)),
    });
    return noContent;
  },
);
