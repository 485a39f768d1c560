import * as z from 'zod';
import { done } from '../api-error.ts';
import { associateAll } from '../number-association.ts';
import { phoneNumbers } from '../phone-numbers.ts';
import { connectorOperation } from './connector-operation.ts';

/** Calls to the numbers go to the origination routes of the Voice Connector. */
export const associatePhoneNumbersWithVoiceConnector = connectorOperation(
  'POST /voice-connectors/{VoiceConnectorId}?operation=associate-phone-numbers',
  z.object({ E164PhoneNumbers: phoneNumbers, ForceAssociate: z.boolean().default(false) }),
  ({ VoiceConnectorId }, { E164PhoneNumbers, ForceAssociate }, { registry }) => {
    const owner = { name: 'VoiceConnectorId', id: VoiceConnectorId } as const;
    return done({ PhoneNumberErrors: associateAll(E164PhoneNumbers, owner, ForceAssociate, registry) });
  },
);
