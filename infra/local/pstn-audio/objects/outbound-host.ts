/** The host name that AWS gives a Voice Connector (Amazon Chime SDK administrator guide, edit-voicecon). */
export function defaultOutboundHost(voiceConnectorId: string): string {
  return `${voiceConnectorId.toLowerCase()}.voiceconnector.chime.aws`;
}
