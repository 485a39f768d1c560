import type { Registry } from '../../objects/registry.ts';
import type { SipRequest } from '../../sip/message/message.ts';
import { parseUri } from '../../sip/message/uri.ts';
import { isAllowedSource } from './trunk-gate.ts';

/**
 * An OPTIONS to a Voice Connector's outbound host tells that the private branch exchange behind it lives (API reference,
 * GetVoiceConnectorTerminationHealth). One from an address that may not call tells nothing: our reading.
 */
export function noteTerminationHealth(
  registry: Registry,
  { uri }: Pick<SipRequest, 'uri'>,
  source: { readonly host: string },
): void {
  const asked = parseUri(uri);
  const connector = asked !== undefined && 'host' in asked ? registry.voiceConnectorAt(asked.host) : undefined;
  if (connector === undefined || !isAllowedSource(connector, source.host)) return;
  registry.voiceConnectors.set(connector.VoiceConnectorId, {
    ...connector,
    TerminationHealth: { Timestamp: registry.now(), Source: source.host },
  });
}
