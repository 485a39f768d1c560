import * as z from 'zod';
import { done } from '../api-error.ts';
import { notSet } from '../voice-connectors.ts';
import { connectorOperation } from './connector-operation.ts';

export const getVoiceConnectorStreamingConfiguration = connectorOperation(
  'GET /voice-connectors/{VoiceConnectorId}/streaming-configuration',
  z.object({}),
  ({ StreamingConfiguration }) =>
    StreamingConfiguration === undefined ? notSet('streaming configuration') : done({ StreamingConfiguration }),
);
