import { CustomResource } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import { Construct } from 'constructs';
import type { DeploymentConfig } from '../config/deployment-config.ts';
import type { ChimeProvider } from './chime-provider.ts';
import { encryptedLogGroup } from './encrypted-log-group.ts';
import type { ResourceTags } from './sip-media-application.ts';

export interface VoiceConnectorProps {
  readonly provider: ChimeProvider;
  readonly name: string;
  readonly region: string;
  readonly wanted: DeploymentConfig['voiceConnectors'][number];
  readonly tags: ResourceTags;
  /** Of the SIP rule that takes calls to its host: a connector that goes takes that rule along. */
  readonly ruleName: string;
  /** What its logs are encrypted with: they hold callers' numbers. */
  readonly key: IKey;
  readonly config: Pick<DeploymentConfig, 'logs'>;
}

/** Where calls through a Voice Connector may be placed to: the product's numbers are North American. */
const callingRegions = ['US'];

/** Where the service writes, with the connector's id behind it (Amazon Chime SDK administrator guide, monitoring with CloudWatch). */
const logGroups = { SipMessages: '/aws/ChimeVoiceConnectorSipMessages', MediaMetrics: '/aws/ChimeVoiceConnectorLogs' };

/** A SIP trunk between PSTN Audio and a contact centre. */
export class VoiceConnector extends Construct {
  /** What CallAndBridge names. */
  readonly arn: string;
  /** The host that the contact centre calls, by which a SIP rule knows the call. */
  readonly outboundHostName: string;
  /** What that rule is called. */
  readonly ruleName: string;

  constructor(scope: Construct, id: string, props: VoiceConnectorProps) {
    super(scope, id);
    const { provider, name, region, wanted, tags, ruleName } = props;
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
        RuleName: ruleName,
        Tags: tags,
      },
    });
    this.arn = connector.getAttString('VoiceConnectorArn');
    this.outboundHostName = connector.getAttString('OutboundHostName');
    this.ruleName = ruleName;
    this.#log(connector.getAttString('VoiceConnectorId'), props);
  }

  /** The service writes to groups that it finds; those that it makes itself keep everything, and stay. */
  #log(connectorId: string, { provider, key, config }: VoiceConnectorProps): void {
    const groups = Object.entries(logGroups).map(([kind, start]) =>
      encryptedLogGroup(this, `${kind}Logs`, { name: `${start}/${connectorId}`, key, config }),
    );
    const logging = new CustomResource(this, 'Logging', {
      serviceToken: provider.serviceToken,
      resourceType: 'Custom::VoiceConnectorLogging',
      properties: { VoiceConnectorId: connectorId, Sip: true, MediaMetrics: true },
    });
    logging.node.addDependency(...groups);
  }
}
