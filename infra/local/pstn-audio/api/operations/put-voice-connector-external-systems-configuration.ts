import * as z from 'zod';
import { contactCenterSystemTypes, sessionBorderControllerTypes } from '../../objects/voice-connector.ts';
import { done } from '../api-error.ts';
import { connectorOperation } from './connector-operation.ts';

/** Kept and given back: it tells Amazon Connect whom it has before it. */
export const putVoiceConnectorExternalSystemsConfiguration = connectorOperation(
  'PUT /voice-connectors/{VoiceConnectorId}/external-systems-configuration',
  z.object({
    SessionBorderControllerTypes: z.array(z.enum(sessionBorderControllerTypes)).default([]),
    ContactCenterSystemTypes: z.array(z.enum(contactCenterSystemTypes)).default([]),
  }),
  (connector, ExternalSystemsConfiguration, { registry }) => {
    registry.voiceConnectors.set(connector.VoiceConnectorId, { ...connector, ExternalSystemsConfiguration });
    return done({ ExternalSystemsConfiguration });
  },
);
