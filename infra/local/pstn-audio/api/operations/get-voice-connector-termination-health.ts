import * as z from 'zod';
import { done } from '../api-error.ts';
import { notSet } from '../voice-connectors.ts';
import { connectorOperation } from './connector-operation.ts';

export const getVoiceConnectorTerminationHealth = connectorOperation(
  'GET /voice-connectors/{VoiceConnectorId}/termination/health',
  z.object({}),
  ({ TerminationHealth }) =>
    TerminationHealth === undefined
      ? notSet('termination health: no SIP OPTIONS has come to its outbound host from an address that may call')
      : done({ TerminationHealth }),
);
