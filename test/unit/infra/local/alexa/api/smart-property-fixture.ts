import { propertyCommunicationProviderId } from '../../../../../../shared/contracts/communication-session.ts';
import type { SmartProperty } from '../../../../../../infra/local/alexa/api/smart-properties/smart-property.ts';
import { deviceId } from './alexa-api-fixture.ts';

export const room101 = {
  persistentUnitId: 'amzn1.alexa.unit.ROOM101',
  profileId: 'amzn1.comms.profile.ROOM101',
  extension: '101',
} as const;

export const aHotel: SmartProperty = {
  credentials: { clientId: 'hotel', clientSecret: 'hotel-secret', refreshToken: 'Atzr|hotel' },
  rooms: [
    room101,
    { persistentUnitId: 'amzn1.alexa.unit.ROOM102', profileId: 'amzn1.comms.profile.ROOM102', extension: '102' },
  ],
  trunkHost: 'hotel.voiceconnector.chime.aws',
};

/** Where the device stands. */
export const unit = { unitId: 'amzn1.ask.unit.KITCHEN', persistentUnitId: room101.persistentUnitId };

export const room = {
  id: { type: 'COMMUNICATION_PROFILE_ID', value: room101.profileId },
  communicationProviderId: propertyCommunicationProviderId,
  endpointId: deviceId,
  isOriginator: true,
};
export const frontDesk = {
  id: { type: 'RAW_ADDRESS', value: '9000' },
  communicationProviderId: propertyCommunicationProviderId,
};
export const roomSession = { participants: [room, frontDesk], clientContext: { clientSessionId: 'context-1' } };

export function profilePath(unitId: string, type = 'UNIT'): string {
  return `/v1/communications/profile?${new URLSearchParams({ 'entity.type': type, 'entity.id': unitId }).toString()}`;
}
