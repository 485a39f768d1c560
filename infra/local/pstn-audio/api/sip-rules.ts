import * as z from 'zod';
import type { Registry } from '../objects/registry.ts';
import { triggerTypes, type SipRuleTargetApplication, type SipRuleTriggerType } from '../objects/sip-rule.ts';
import { refused, type ApiError } from './api-error.ts';
import { awsRegion, e164, id } from './requests.ts';

/** As they are asked for; whether there are such applications is for `readTargets` to see. */
export const targetApplications = z
  .array(z.object({ SipMediaApplicationId: id, Priority: z.int().min(1), AwsRegion: awsRegion.exactOptional() }))
  .min(1)
  .max(25);

export const triggerType = z.enum(triggerTypes);

/** The targets as they are kept, or what is wrong with them. */
export function readTargets(
  wanted: z.output<typeof targetApplications>,
  registry: Registry,
): readonly SipRuleTargetApplication[] | ApiError {
  const targets: SipRuleTargetApplication[] = [];
  for (const [n, { SipMediaApplicationId, Priority, AwsRegion }] of wanted.entries()) {
    const application = registry.sipMediaApplications.get(SipMediaApplicationId);
    const wrong = (problem: string): ApiError => refused('BadRequestException', `TargetApplications.${n}.${problem}`);
    if (application === undefined)
      return wrong('SipMediaApplicationId: the account has no such SIP media application.');
    if (AwsRegion !== undefined && AwsRegion !== application.AwsRegion)
      return wrong(`AwsRegion: the SIP media application is in ${application.AwsRegion}.`);
    if (targets.some((other) => other.AwsRegion === application.AwsRegion))
      return wrong(`AwsRegion: there is a target in ${application.AwsRegion} already; a rule has one a Region.`);
    targets.push({ SipMediaApplicationId, Priority, AwsRegion: application.AwsRegion });
  }
  return targets;
}

/** What is wrong with a trigger: it must be the account's own, and no other rule's. */
export function triggerProblem(type: SipRuleTriggerType, value: string, registry: Registry): ApiError | undefined {
  const problem = type === 'ToPhoneNumber' ? numberProblem(value, registry) : hostProblem(value, registry);
  if (problem !== undefined) return refused('BadRequestException', `TriggerValue: ${problem}`);
  if (registry.ruleTriggeredBy(type, value) === undefined) return undefined;
  return refused('ConflictException', 'TriggerValue: another SIP rule has this trigger. Change or delete that one.');
}

function numberProblem(value: string, registry: Registry): string | undefined {
  if (!e164.safeParse(value).success) return 'must be an E.164 number.';
  const number = registry.ownNumber(value);
  if (number === undefined)
    return "must be a number in the account's inventory: order it, or restore it from the deletion queue.";
  if (number.ProductType !== 'SipMediaApplicationDialIn')
    return 'the number has the product type VoiceConnector; it must have SipMediaApplicationDialIn.';
  return undefined;
}

function hostProblem(value: string, registry: Registry): string | undefined {
  return registry.voiceConnectorAt(value) === undefined
    ? 'must be the outbound host name of one of the Voice Connectors of the account.'
    : undefined;
}

export function noSuchRule(): ApiError {
  return refused('NotFoundException', 'SipRuleId: the account has no such SIP rule.');
}
