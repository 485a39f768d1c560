import * as z from 'zod';
import { done } from '../api-error.ts';
import { connectorOperation } from './connector-operation.ts';

/** Off unless put otherwise. */
export const getVoiceConnectorLoggingConfiguration = connectorOperation(
  'GET /voice-connectors/{VoiceConnectorId}/logging-configuration',
  z.object({}),
  ({ LoggingConfiguration = { EnableSIPLogs: false, EnableMediaMetricLogs: false } }) => done({ LoggingConfiguration }),
);
