import { CustomResource } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { DeploymentConfig } from '../config/deployment-config.ts';
import type { ChimeProvider } from './chime-provider.ts';
import type { ResourceTags } from './sip-media-application.ts';

export interface VoiceConnectorProps {
  readonly provider: ChimeProvider;
  readonly name: string;
  readonly region: string;
  readonly wanted: DeploymentConfig['voiceConnectors'][number];
  readonly tags: ResourceTags;
}

/** Where calls through a Voice Connector may be placed to: the product's numbers are North American. */
const callingRegions = ['US'];

/** A SIP trunk between PSTN Audio and a contact centre. */
export class VoiceConnector extends Construct {
  /** What CallAndBridge names. */
  readonly arn: string;
  /** The host that the contact centre calls, by which a SIP rule knows the call. */
  readonly outboundHostName: string;

  constructor(scope: Construct, id: string, { provider, name, region, wanted, tags }: VoiceConnectorProps) {
    super(scope, id);
    const connector = new CustomResource(this, 'Connector', {
      serviceToken: provider.serviceToken,
      resourceType: 'Custom::VoiceConnector',
      properties: {
        Name: name,
        AwsRegion: region,
        RequireEncryption: wanted.encryption,
        Origination: wanted.origination.map(({ host, port, protocol, priority, weight }) => ({
          Host: host,
          Port: port,
          Protocol: protocol,
          Priority: priority,
          Weight: weight,
        })),
        TerminationCidrs: wanted.terminationCidrs,
        CallingRegions: callingRegions,
        Logging: { Sip: true, MediaMetrics: true },
        Tags: tags,
      },
    });
    this.arn = connector.getAttString('VoiceConnectorArn');
    this.outboundHostName = connector.getAttString('OutboundHostName');
  }
}
