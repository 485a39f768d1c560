import * as z from 'zod';
import { done } from '../api-error.ts';
import { country, e164 } from '../requests.ts';
import { connectorOperation } from './connector-operation.ts';

/** Kept and given back: no emergency call is ever placed from here. */
export const putVoiceConnectorEmergencyCallingConfiguration = connectorOperation(
  'PUT /voice-connectors/{VoiceConnectorId}/emergency-calling-configuration',
  z.object({
    EmergencyCallingConfiguration: z.object({
      DNIS: z
        .array(z.object({ EmergencyPhoneNumber: e164, TestPhoneNumber: e164.exactOptional(), CallingCountry: country }))
        .default([]),
    }),
  }),
  (connector, { EmergencyCallingConfiguration }, { registry }) => {
    registry.voiceConnectors.set(connector.VoiceConnectorId, { ...connector, EmergencyCallingConfiguration });
    return done({ EmergencyCallingConfiguration });
  },
);
