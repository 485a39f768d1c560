import * as z from 'zod';
import { noContent } from '../api-error.ts';
import { connectorOperation } from './connector-operation.ts';

// US-ASCII (RFC 2617), and no colon, which would end the name in a digest.
const username = z.string().regex(/^[\x20-\x39\x3b-\x7e]+$/, 'must be US-ASCII text without a colon');
const password = z.string().regex(/^[\x20-\x7e]+$/, 'must be US-ASCII text');

/** Adds users, and gives those that there are a new password. */
export const putVoiceConnectorTerminationCredentials = connectorOperation(
  'POST /voice-connectors/{VoiceConnectorId}/termination/credentials?operation=put',
  z.object({ Credentials: z.array(z.object({ Username: username, Password: password })).default([]) }),
  (connector, { Credentials }, { registry }) => {
    const byName = new Map(
      [...connector.TerminationCredentials, ...Credentials].map((credential) => [credential.Username, credential]),
    );
    registry.voiceConnectors.set(connector.VoiceConnectorId, {
      ...connector,
      TerminationCredentials: [...byName.values()],
    });
    return noContent;
  },
);
