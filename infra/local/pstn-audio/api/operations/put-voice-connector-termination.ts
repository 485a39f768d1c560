import { isIPv4 } from 'node:net';
import * as z from 'zod';
import { done, refused } from '../api-error.ts';
import { country, e164 } from '../requests.ts';
import { connectorOperation } from './connector-operation.ts';

const cidr = z.string().refine((text) => {
  const [address = '', prefix = ''] = text.split('/');
  return isIPv4(address) && /^\d{1,2}$/.test(prefix) && Number(prefix) <= 32;
}, 'must be IPv4 addresses in CIDR notation');

/**
 * Who may call out through it, and where to. Addresses may be of this machine; AWS takes public ones only, /27 or narrower.
 */
export const putVoiceConnectorTermination = connectorOperation(
  'PUT /voice-connectors/{VoiceConnectorId}/termination',
  z.object({
    Termination: z.object({
      Disabled: z.boolean().default(false),
      CpsLimit: z.int().min(1).default(1),
      DefaultPhoneNumber: e164.exactOptional(),
      CallingRegions: z.array(country),
      CidrAllowedList: z.array(cidr).default([]),
    }),
  }),
  (connector, { Termination }, { registry }) => {
    const { DefaultPhoneNumber: shown } = Termination;
    if (shown !== undefined && registry.ownNumber(shown) === undefined)
      return refused(
        'BadRequestException',
        "Termination.DefaultPhoneNumber: must be a number in the account's inventory.",
      );
    registry.voiceConnectors.set(connector.VoiceConnectorId, { ...connector, Termination });
    return done({ Termination });
  },
);
