import type { Construct } from 'constructs';
import { ChimeProvider } from '../constructs/chime-provider.ts';
import { PhoneNumber } from '../constructs/phone-number.ts';
import { VoiceConnector } from '../constructs/voice-connector.ts';
import { output } from '../constructs/output.ts';
import { outputs, voiceConnectorOutputs } from '../outputs.ts';
import { BridgeStack, type BridgeStackProps } from './bridge-stack.ts';

/** The number that the skill calls, and the trunks to contact centres: they are there once, whichever Region takes a call. */
export class NumbersStack extends BridgeStack {
  readonly phoneNumber: string;
  /** Of the SIP rule that takes the number's calls. */
  readonly phoneNumberRule: string;
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
      resourceTypes: ['Custom::ChimePhoneNumber', 'Custom::VoiceConnector', 'Custom::VoiceConnectorLogging'],
    });
    this.phoneNumberRule = names.sipRule('number');
    const number = new PhoneNumber(this, 'Dialled', {
      provider,
      wanted: config.phoneNumber,
      ruleName: this.phoneNumberRule,
    });
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
          ruleName: names.sipRule(`from-${wanted.id}`),
          key: this.key,
          config,
        }),
      ]),
    );
    output(this, outputs.phoneNumber, number.e164, 'The number that the skill calls.');
    if ('areaCode' in config.phoneNumber)
      output(this, outputs.orderedAreaCode, config.phoneNumber.areaCode, 'It was ordered there, and is given back.');
    for (const [connectorId, { arn, outboundHostName }] of this.voiceConnectors) {
      const named = voiceConnectorOutputs(connectorId);
      output(this, named.arn, arn, 'What routing tables name.');
      output(this, named.host, outboundHostName, `Where the contact centre behind ${connectorId} sends its calls.`);
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
