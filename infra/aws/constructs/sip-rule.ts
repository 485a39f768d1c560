import { CustomResource } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import type { ChimeProvider } from './chime-provider.ts';

/** Where a rule's calls go, in this order. */
export interface SipRuleTarget {
  readonly region: string;
  readonly sipMediaApplicationId: string;
}

export interface SipRuleProps {
  readonly provider: ChimeProvider;
  readonly name: string;
  /** A number that is called, or a Voice Connector's outbound host. */
  readonly trigger: { readonly type: 'ToPhoneNumber' | 'RequestUriHostname'; readonly value: string };
  /** The first is tried first; the next when it does not answer. */
  readonly targets: readonly SipRuleTarget[];
}

/** By which calls come in. */
export class SipRule extends Construct {
  readonly ruleId: string;

  constructor(scope: Construct, id: string, { provider, name, trigger, targets }: SipRuleProps) {
    super(scope, id);
    const rule = new CustomResource(this, 'Rule', {
      serviceToken: provider.serviceToken,
      resourceType: 'Custom::SipRule',
      properties: {
        Name: name,
        TriggerType: trigger.type,
        TriggerValue: trigger.value,
        TargetApplications: targets.map(({ region, sipMediaApplicationId }, index) => ({
          SipMediaApplicationId: sipMediaApplicationId,
          Priority: index + 1,
          AwsRegion: region,
        })),
      },
    });
    this.ruleId = rule.getAttString('SipRuleId');
  }
}
