import * as z from 'zod';
import { done } from '../api-error.ts';
import { connectorOperation } from './connector-operation.ts';

/** Names only: nobody is told a password. */
export const listVoiceConnectorTerminationCredentials = connectorOperation(
  'GET /voice-connectors/{VoiceConnectorId}/termination/credentials',
  z.object({}),
  ({ TerminationCredentials }) => done({ Usernames: TerminationCredentials.map(({ Username }) => Username) }),
);
