import {
  DeleteSipRuleCommand,
  UpdateSipRuleCommand,
  type ChimeSDKVoiceClient,
  type SipRule,
  type SipRuleTriggerType,
} from '@aws-sdk/client-chime-sdk-voice';
import { isServiceError } from './service-error.ts';

/** Which calls a rule takes. */
export interface Trigger {
  readonly TriggerType: SipRuleTriggerType;
  readonly TriggerValue: string;
}

/** A SIP rule has no tags: its name says for whom it was made. */
export function ruleName(name: string, owner: string): string {
  return `${name}.${owner}`;
}

/** Whether this provider made the rule by that name, for whichever resource. */
export function isMadeAs({ Name = '' }: SipRule, name: string): boolean {
  return Name.startsWith(name) && /^\.[\da-f]{16}$/.test(Name.slice(name.length));
}

/** Host names are the same whatever their case. */
export function hasTrigger(rule: SipRule, { TriggerType, TriggerValue }: Trigger): boolean {
  return rule.TriggerType === TriggerType && rule.TriggerValue?.toLowerCase() === TriggerValue.toLowerCase();
}

/** Whether the rule is gone; false while it is still to be asked for again. */
export async function removeRule(client: ChimeSDKVoiceClient, rule: SipRule): Promise<boolean> {
  const { SipRuleId } = rule;
  try {
    // Only a rule that is disabled can be deleted (API reference, CreateSipRule).
    if (rule.Disabled !== true)
      await client.send(new UpdateSipRuleCommand({ SipRuleId, Name: rule.Name, Disabled: true }));
    await client.send(new DeleteSipRuleCommand({ SipRuleId }));
    return true;
  } catch (error) {
    if (isServiceError(error, 'NotFoundException')) return true;
    // UpdateSipRule is answered before it is done: still enabled.
    if (isServiceError(error, 'ConflictException')) return false;
    throw error;
  }
}

/**
 * The same for a rule that stands in the way of what it takes the calls of: what rings is updated before the rules are, so that the
 * rule of this deployment is still there then.
 * @param name that rules of this deployment with this trigger have; undefined: there are none.
 * @throws Error when the rule is another's.
 */
export async function removeOwnRule(
  client: ChimeSDKVoiceClient,
  rule: SipRule,
  { name, trigger, whose }: { readonly name: string | undefined; readonly trigger: Trigger; readonly whose: string },
): Promise<boolean> {
  if (name === undefined || !isMadeAs(rule, name) || !hasTrigger(rule, trigger))
    throw new Error(`SIP rule ${rule.SipRuleId} still takes the ${whose}'s calls: delete that rule first`);
  return removeRule(client, rule);
}
