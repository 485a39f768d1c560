import * as z from 'zod';
import { done } from '../api-error.ts';
import { connectorOperation } from './connector-operation.ts';

const borderControllers = [
  'RIBBON_SBC',
  'ORACLE_ACME_PACKET_SBC',
  'AVAYA_SBCE',
  'CISCO_UNIFIED_BORDER_ELEMENT',
  'AUDIOCODES_MEDIANT_SBC',
] as const;

const contactCenters = [
  'GENESYS_ENGAGE_ON_PREMISES',
  'AVAYA_AURA_CALL_CENTER_ELITE',
  'AVAYA_AURA_CONTACT_CENTER',
  'CISCO_UNIFIED_CONTACT_CENTER_ENTERPRISE',
] as const;

/** Kept and given back: it tells Amazon Connect whom it has before it. */
export const putVoiceConnectorExternalSystemsConfiguration = connectorOperation(
  'PUT /voice-connectors/{VoiceConnectorId}/external-systems-configuration',
  z.object({
    SessionBorderControllerTypes: z.array(z.enum(borderControllers)).default([]),
    ContactCenterSystemTypes: z.array(z.enum(contactCenters)).default([]),
  }),
  ({ VoiceConnectorId }, configuration, { state }) => {
    state.externalSystems.set(VoiceConnectorId, configuration);
    return done({ ExternalSystemsConfiguration: configuration });
  },
);
