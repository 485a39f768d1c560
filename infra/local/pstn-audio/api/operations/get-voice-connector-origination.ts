import * as z from 'zod';
import { done } from '../api-error.ts';
import { notSet } from '../voice-connectors.ts';
import { connectorOperation } from './connector-operation.ts';

export const getVoiceConnectorOrigination = connectorOperation(
  'GET /voice-connectors/{VoiceConnectorId}/origination',
  z.object({}),
  ({ Origination }) => (Origination === undefined ? notSet('origination settings') : done({ Origination })),
);
