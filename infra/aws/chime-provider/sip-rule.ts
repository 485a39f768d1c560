import {
  CreateSipRuleCommand,
  GetSipRuleCommand,
  ListSipRulesCommand,
  UpdateSipRuleCommand,
  type ChimeSDKVoiceClient,
  type SipRule,
} from '@aws-sdk/client-chime-sdk-voice';
import { firstOf } from './lists.ts';
import { idIn, physicalIds, present } from './physical-id.ts';
import { sipRuleProperties, type SipRuleProperties } from './resource-properties.ts';
import type { ChimeResource, Made } from './resource.ts';
import { isServiceError, unlessNotFound } from './service-error.ts';
import { hasTrigger, removeRule, ruleName } from './sip-rules.ts';

const ids = physicalIds('sip-rule');

/**
 * A SIP rule. Name and targets change in place; for another trigger another rule is made, which stands beside the old one until
 * CloudFormation deletes that. Two rules with one trigger do not go together: who moves a rule between resources of a template
 * deletes it first.
 */
export function sipRuleResource(client: ChimeSDKVoiceClient): ChimeResource<SipRuleProperties> {
  const get = async (id: string): Promise<SipRule | undefined> => {
    const SipRuleId = idIn(ids, id);
    return (await unlessNotFound(client.send(new GetSipRuleCommand({ SipRuleId }))))?.SipRule;
  };
  return {
    schema: sipRuleProperties,
    async find({ properties, owner }) {
      const found = await firstOf(
        async (NextToken) => {
          const answer = await client.send(new ListSipRulesCommand({ NextToken }));
          return { items: answer.SipRules, next: answer.NextToken };
        },
        (rule) => hasTrigger(rule, properties) && rule.Name?.endsWith(`.${owner}`) === true,
      );
      return found && madeOf(found).physicalResourceId;
    },
    async create({ properties, owner }) {
      const { Name, TriggerType, TriggerValue, TargetApplications } = properties;
      try {
        const { SipRule: made } = await client.send(
          new CreateSipRuleCommand({ Name: ruleName(Name, owner), TriggerType, TriggerValue, TargetApplications }),
        );
        return madeOf(made);
      } catch (cause) {
        if (!isServiceError(cause, 'ConflictException')) throw cause;
        throw new Error('TriggerValue: another SIP rule of the account has this trigger; delete that one first', {
          cause,
        });
      }
    },
    // A number or an application that was made a moment ago is refused at first.
    mayPass: (error) => isServiceError(error, 'BadRequestException'),
    async mustReplace(id, { properties }) {
      const rule = await get(id);
      return rule === undefined || !hasTrigger(rule, properties);
    },
    async update(id, { properties: { Name, TargetApplications }, owner }) {
      const SipRuleId = idIn(ids, id);
      // Enabled: a rollback may come after a deletion that got no further than disabling it.
      const { SipRule: updated } = await client.send(
        new UpdateSipRuleCommand({ SipRuleId, Name: ruleName(Name, owner), Disabled: false, TargetApplications }),
      );
      return madeOf(updated);
    },
    async remove(id) {
      const SipRuleId = ids.read(id);
      if (SipRuleId === undefined) return true;
      const rule = await get(id);
      if (rule === undefined) return true;
      return removeRule(client, rule);
    },
  };
}

function madeOf(rule: SipRule | undefined): Made {
  const SipRuleId = present(rule?.SipRuleId, 'SipRuleId');
  return { physicalResourceId: ids.write(SipRuleId), data: { SipRuleId } };
}
