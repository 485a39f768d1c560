import type { VoiceConnector } from '../objects/voice-connector.ts';
import { refused, type ApiError } from './api-error.ts';

export function noSuchConnector(): ApiError {
  return refused('NotFoundException', 'VoiceConnectorId: the account has no such Voice Connector.');
}

/** Asked for a setting that was never put, or was deleted. */
export function notSet(setting: string): ApiError {
  return refused('NotFoundException', `The Voice Connector has no ${setting}.`);
}

/** What the API shows of a Voice Connector: its settings are shown by operations of their own. */
export function showConnector(connector: VoiceConnector): object {
  return {
    VoiceConnectorId: connector.VoiceConnectorId,
    VoiceConnectorArn: connector.VoiceConnectorArn,
    AwsRegion: connector.AwsRegion,
    Name: connector.Name,
    OutboundHostName: connector.OutboundHostName,
    RequireEncryption: connector.RequireEncryption,
    IntegrationType: connector.IntegrationType,
    NetworkType: connector.NetworkType,
    CreatedTimestamp: connector.CreatedTimestamp,
    UpdatedTimestamp: connector.UpdatedTimestamp,
  };
}
