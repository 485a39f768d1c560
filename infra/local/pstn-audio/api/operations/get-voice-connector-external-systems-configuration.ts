import * as z from 'zod';
import { done } from '../api-error.ts';
import { notSet } from '../voice-connectors.ts';
import { connectorOperation } from './connector-operation.ts';

export const getVoiceConnectorExternalSystemsConfiguration = connectorOperation(
  'GET /voice-connectors/{VoiceConnectorId}/external-systems-configuration',
  z.object({}),
  ({ ExternalSystemsConfiguration }) =>
    ExternalSystemsConfiguration === undefined
      ? notSet('external systems configuration')
      : done({ ExternalSystemsConfiguration }),
);
