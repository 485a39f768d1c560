import * as z from 'zod';
import { done } from '../api-error.ts';
import { notSet } from '../voice-connectors.ts';
import { connectorOperation } from './connector-operation.ts';

export const getVoiceConnectorTermination = connectorOperation(
  'GET /voice-connectors/{VoiceConnectorId}/termination',
  z.object({}),
  ({ Termination }) => (Termination === undefined ? notSet('termination settings') : done({ Termination })),
);
