import * as z from 'zod';
import { done } from '../api-error.ts';
import { disassociateAll } from '../number-association.ts';
import { phoneNumbers } from '../phone-numbers.ts';
import { connectorOperation } from './connector-operation.ts';

export const disassociatePhoneNumbersFromVoiceConnector = connectorOperation(
  'POST /voice-connectors/{VoiceConnectorId}?operation=disassociate-phone-numbers',
  z.object({ E164PhoneNumbers: phoneNumbers }),
  ({ VoiceConnectorId }, { E164PhoneNumbers }, { registry }) => {
    const owner = { name: 'VoiceConnectorId', id: VoiceConnectorId } as const;
    return done({ PhoneNumberErrors: disassociateAll(E164PhoneNumbers, owner, registry) });
  },
);
