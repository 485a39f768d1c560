import * as z from 'zod';
import { defaultOutboundHost } from '../../objects/outbound-host.ts';
import type { VoiceConnector } from '../../objects/voice-connector.ts';
import { created } from '../api-error.ts';
import { awsRegion, objectName, tags } from '../requests.ts';
import { showConnector } from '../voice-connectors.ts';
import { operation } from './operation.ts';

/** It takes and delivers nothing until termination and origination are put. */
export const createVoiceConnector = operation(
  'POST /voice-connectors',
  z.object({
    Name: objectName,
    RequireEncryption: z.boolean(),
    /** The default of AWS, whichever Region the client is set up for. */
    AwsRegion: awsRegion.default('us-east-1'),
    Tags: tags.exactOptional(),
    IntegrationType: z.enum(['CONNECT_CALL_TRANSFER_CONNECTOR', 'CONNECT_ANALYTICS_CONNECTOR']).exactOptional(),
    NetworkType: z.enum(['IPV4_ONLY', 'DUAL_STACK']).default('IPV4_ONLY'),
  }),
  ({ Tags, ...request }, { registry, ids }) => {
    const id = connectorId(ids.uuid());
    const now = registry.now();
    const connector: VoiceConnector = {
      ...request,
      VoiceConnectorId: id,
      VoiceConnectorArn: registry.arnOf('vc', request.AwsRegion, id),
      OutboundHostName: defaultOutboundHost(id),
      TerminationCredentials: [],
      CreatedTimestamp: now,
      UpdatedTimestamp: now,
    };
    registry.voiceConnectors.set(id, connector);
    if (Tags !== undefined) registry.tags.set(connector.VoiceConnectorArn, Tags);
    return created({ VoiceConnector: showConnector(connector) });
  },
);

/** 22 small letters and digits, as AWS's are. */
function connectorId(uuid: string): string {
  return uuid.replaceAll('-', '').slice(-22);
}
