import * as z from 'zod';
import { done } from '../api-error.ts';
import { showConnector } from '../voice-connectors.ts';
import { connectorOperation } from './connector-operation.ts';

export const getVoiceConnector = connectorOperation(
  'GET /voice-connectors/{VoiceConnectorId}',
  z.object({}),
  (connector) => done({ VoiceConnector: showConnector(connector) }),
);
