import type { Construct } from 'constructs';
import { ChimeProvider } from '../constructs/chime-provider.ts';
import { PhoneNumber } from '../constructs/phone-number.ts';
import { VoiceConnector } from '../constructs/voice-connector.ts';
import { output } from '../constructs/output.ts';
import { outputs } from '../outputs.ts';
import { BridgeStack, type BridgeStackProps } from './bridge-stack.ts';

/** The number that the skill calls, and the trunks to contact centres: they are there once, whichever Region takes a call. */
export class NumbersStack extends BridgeStack {
  readonly phoneNumber: string;
  /** By their ids in the deployment's config. */
  readonly voiceConnectors: ReadonlyMap<string, VoiceConnector>;

  constructor(scope: Construct, id: string, props: BridgeStackProps) {
    super(scope, id, props);
    const { config, names, bundles, env } = props;
    const provider = new ChimeProvider(this, 'Chime', {
      names,
      config,
      bundles,
      key: this.key,
      of: 'numbers',
      resourceTypes: ['Custom::ChimePhoneNumber', 'Custom::VoiceConnector'],
    });
    const number = new PhoneNumber(this, 'Dialled', { provider, wanted: config.phoneNumber });
    this.phoneNumber = number.e164;
    this.voiceConnectors = new Map(
      config.voiceConnectors.map((wanted) => [
        wanted.id,
        new VoiceConnector(this, `VoiceConnector-${wanted.id}`, {
          provider,
          name: names.voiceConnector(wanted.id),
          region: env.region,
          wanted,
          tags: this.resourceTags,
        }),
      ]),
    );
    output(this, outputs.phoneNumber, number.e164, 'The number that the skill calls.');
    for (const [connectorId, { arn, outboundHostName }] of this.voiceConnectors) {
      const suffix = logicalName(connectorId);
      output(this, `VoiceConnectorArn${suffix}`, arn, 'What routing tables name.');
      output(
        this,
        `VoiceConnectorHost${suffix}`,
        outboundHostName,
        `Where the contact centre behind ${connectorId} sends its calls.`,
      );
    }
  }

  /** Where calls go when no routing table can be had, as the function on the calls reads it. */
  defaultDestination(written: string): string {
    const [, connectorId, user] = /^voice-connector:([^#]+)#(.+)$/.exec(written) ?? [];
    if (connectorId === undefined || user === undefined) return written;
    const connector = this.voiceConnectors.get(connectorId);
    if (connector === undefined) throw new Error(`defaultDestination: there is no Voice Connector ${connectorId}`);
    return `voice-connector:${connector.arn}#${user}`;
  }
}

/** "contact-centre" as a CloudFormation name can hold it: "ContactCentre". */
function logicalName(kebab: string): string {
  return kebab
    .split('-')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
}
