import * as z from 'zod';
import { created } from '../api-error.ts';
import { associate } from '../phone-numbers.ts';
import { id, objectName } from '../requests.ts';
import { readTargets, targetApplications, triggerProblem, triggerType } from '../sip-rules.ts';
import { operation } from './operation.ts';

/** Enabled unless it is to be otherwise; a number that triggers it is assigned to it. */
export const createSipRule = operation(
  'POST /sip-rules',
  z.object({
    Name: objectName,
    TriggerType: triggerType,
    TriggerValue: id,
    Disabled: z.boolean().default(false),
    TargetApplications: targetApplications,
  }),
  ({ Name, TriggerType, TriggerValue, Disabled, TargetApplications }, { registry, ids }) => {
    const targets = readTargets(TargetApplications, registry);
    if ('kind' in targets) return targets;
    const problem = triggerProblem(TriggerType, TriggerValue, registry);
    if (problem !== undefined) return problem;
    const SipRuleId = ids.uuid();
    const now = registry.now();
    const rule = {
      SipRuleId,
      Name,
      Disabled,
      TriggerType,
      TriggerValue,
      TargetApplications: targets,
      CreatedTimestamp: now,
      UpdatedTimestamp: now,
    };
    registry.sipRules.set(SipRuleId, rule);
    const number = registry.phoneNumbers.get(TriggerValue);
    if (number !== undefined) associate(registry, number, 'SipRuleId', SipRuleId);
    return created({ SipRule: rule });
  },
);
