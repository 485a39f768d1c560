import type { Construct } from 'constructs';
import { ChimeProvider } from '../constructs/chime-provider.ts';
import { SipRule, type SipRuleTarget } from '../constructs/sip-rule.ts';
import { output } from '../constructs/output.ts';
import { outputs } from '../outputs.ts';
import { BridgeStack, type BridgeStackProps } from './bridge-stack.ts';
import type { CallsStack } from './calls-stack.ts';
import type { NumbersStack } from './numbers-stack.ts';

export interface EntryStackProps extends BridgeStackProps {
  readonly numbers: NumbersStack;
  /** In the order in which they are tried. */
  readonly calls: readonly { readonly region: string; readonly stack: CallsStack }[];
}

/** By which calls come in: of the number, and of each Voice Connector. Both Regions' SIP media applications answer, the primary first. */
export class EntryStack extends BridgeStack {
  readonly byNumber: SipRule;
  /** By the ids of Voice Connectors in the deployment's config. */
  readonly byVoiceConnector: ReadonlyMap<string, SipRule>;

  constructor(scope: Construct, id: string, props: EntryStackProps) {
    super(scope, id, props);
    const { config, names, bundles, numbers, calls } = props;
    const provider = new ChimeProvider(this, 'Chime', {
      names,
      config,
      bundles,
      key: this.key,
      of: 'entry',
      resourceTypes: ['Custom::SipRule'],
    });
    const targets: readonly SipRuleTarget[] = calls.map(({ region, stack }) => ({
      region,
      sipMediaApplicationId: stack.sipMediaApplication.applicationId,
    }));
    this.byNumber = new SipRule(this, 'ByNumber', {
      provider,
      name: numbers.phoneNumberRule,
      trigger: { type: 'ToPhoneNumber', value: numbers.phoneNumber },
      targets,
    });
    this.byVoiceConnector = new Map(
      [...numbers.voiceConnectors].map(([connectorId, { outboundHostName, ruleName }]) => [
        connectorId,
        new SipRule(this, `ByVoiceConnector-${connectorId}`, {
          provider,
          name: ruleName,
          trigger: { type: 'RequestUriHostname', value: outboundHostName },
          targets,
        }),
      ]),
    );
    if (this.byVoiceConnector.size === 0) return;
    output(
      this,
      outputs.voiceConnectorSipRules,
      [...this.byVoiceConnector.values()].map(({ ruleId }) => ruleId).join(','),
      'Calls by these rules are our own Voice Connectors’: the next deployment tells the functions.',
    );
  }
}
