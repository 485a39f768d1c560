import {
  PutVoiceConnectorLoggingConfigurationCommand,
  type ChimeSDKVoiceClient,
} from '@aws-sdk/client-chime-sdk-voice';
import { physicalIds } from './physical-id.ts';
import { voiceConnectorLoggingProperties, type VoiceConnectorLoggingProperties } from './resource-properties.ts';
import type { ChimeResource, Made } from './resource.ts';
import { unlessNotFound } from './service-error.ts';

const ids = physicalIds('voice-connector-logging');

/**
 * Which logs a Voice Connector writes to CloudWatch. A resource of its own: the log groups bear the connector's id, and must be there
 * before it writes, or the service makes groups that keep everything, under no key.
 */
export function voiceConnectorLoggingResource(
  client: ChimeSDKVoiceClient,
): ChimeResource<VoiceConnectorLoggingProperties> {
  const put = async ({ VoiceConnectorId, Sip, MediaMetrics }: VoiceConnectorLoggingProperties): Promise<Made> => {
    const LoggingConfiguration = { EnableSIPLogs: Sip, EnableMediaMetricLogs: MediaMetrics };
    await client.send(new PutVoiceConnectorLoggingConfigurationCommand({ VoiceConnectorId, LoggingConfiguration }));
    return { physicalResourceId: ids.write(VoiceConnectorId), data: {} };
  };
  return {
    schema: voiceConnectorLoggingProperties,
    // Every connector has it once, and putting it twice is the same as putting it once.
    find: async () => undefined,
    create: async ({ properties }) => put(properties),
    mustReplace: async (id, { properties: { VoiceConnectorId } }) => ids.read(id) !== VoiceConnectorId,
    update: async (_, { properties }) => put(properties),
    async remove(id) {
      const VoiceConnectorId = ids.read(id);
      if (VoiceConnectorId !== undefined)
        await unlessNotFound(put({ VoiceConnectorId, Sip: false, MediaMetrics: false }));
      return true;
    },
  };
}
