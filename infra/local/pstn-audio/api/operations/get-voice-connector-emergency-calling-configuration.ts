import * as z from 'zod';
import { done } from '../api-error.ts';
import { notSet } from '../voice-connectors.ts';
import { connectorOperation } from './connector-operation.ts';

export const getVoiceConnectorEmergencyCallingConfiguration = connectorOperation(
  'GET /voice-connectors/{VoiceConnectorId}/emergency-calling-configuration',
  z.object({}),
  ({ EmergencyCallingConfiguration }) =>
    EmergencyCallingConfiguration === undefined
      ? notSet('emergency calling configuration')
      : done({ EmergencyCallingConfiguration }),
);
