import { defaultOutboundHost } from '../../objects/outbound-host.ts';
import type { PstnAudioConfig } from '../config-schema.ts';
import { e164Pattern } from '../parts.ts';
import type { ConfigProblem } from '../problem.ts';
import type { SipRuleConfig } from '../sip-rule.ts';
import { twice } from './twice.ts';

/** A rule's trigger is the account's, and so are its applications: one a Region, each with a Priority of its own. */
export function ruleProblems(config: PstnAudioConfig): readonly ConfigProblem[] {
  return config.SipRules.flatMap((rule, index) => {
    const path = `SipRules[${index}]`;
    return [
      ...triggerProblems(rule, config).map((problem) => ({ path: `${path}.TriggerValue`, ...problem })),
      ...rule.TargetApplications.flatMap((target, at) =>
        targetProblems(`${path}.TargetApplications[${at}]`, target, config),
      ),
      ...twice(
        `${path}.TargetApplications`,
        rule.TargetApplications,
        ({ AwsRegion }) => AwsRegion,
        'AwsRegion',
        'a rule has one application a Region',
      ),
      ...twice(
        `${path}.TargetApplications`,
        rule.TargetApplications,
        ({ Priority }) => Priority,
        'Priority',
        'the order in which they are tried would be left to chance',
      ),
    ];
  });
}

function triggerProblems(
  { TriggerType, TriggerValue }: SipRuleConfig,
  { PhoneNumbers, VoiceConnectors }: PstnAudioConfig,
): readonly Omit<ConfigProblem, 'path'>[] {
  if (TriggerType === 'RequestUriHostname') {
    const hosts = VoiceConnectors.map(
      ({ OutboundHostName, VoiceConnectorId }) => OutboundHostName ?? defaultOutboundHost(VoiceConnectorId),
    );
    return hosts.some((host) => host.toLowerCase() === TriggerValue.toLowerCase())
      ? []
      : [{ message: 'is no OutboundHostName of VoiceConnectors: name one of them', missingIn: 'VoiceConnectors' }];
  }
  if (!e164Pattern.test(TriggerValue))
    return [{ message: 'must be an E.164 number such as "+12065550100" for TriggerType ToPhoneNumber' }];
  const number = PhoneNumbers.find(({ E164PhoneNumber }) => E164PhoneNumber === TriggerValue);
  if (number === undefined)
    return [
      {
        message: 'is not among PhoneNumbers: add it there, with ProductType SipMediaApplicationDialIn',
        missingIn: 'PhoneNumbers',
      },
    ];
  return number.ProductType === 'SipMediaApplicationDialIn'
    ? []
    : [
        {
          message: 'is a number of ProductType VoiceConnector, which rings no rule: make it SipMediaApplicationDialIn',
        },
      ];
}

function targetProblems(
  path: string,
  target: SipRuleConfig['TargetApplications'][number],
  { SipMediaApplications }: PstnAudioConfig,
): readonly ConfigProblem[] {
  const application = SipMediaApplications.find((each) => each.SipMediaApplicationId === target.SipMediaApplicationId);
  if (application === undefined)
    return [
      {
        path: `${path}.SipMediaApplicationId`,
        message: 'is not among SipMediaApplications: add the application there',
        missingIn: 'SipMediaApplications',
      },
    ];
  return application.AwsRegion === target.AwsRegion
    ? []
    : [{ path: `${path}.AwsRegion`, message: `must be ${application.AwsRegion}, where the application is` }];
}
