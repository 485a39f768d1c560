import * as z from 'zod';
import { accepted } from '../api-error.ts';
import { id, objectName } from '../requests.ts';
import { noSuchRule, readTargets, targetApplications } from '../sip-rules.ts';
import { operation } from './operation.ts';

/** The trigger stays what it is. AWS answers 202 and is done soon after; here it is done at once. */
export const updateSipRule = operation(
  'PUT /sip-rules/{SipRuleId}',
  z.object({
    SipRuleId: id,
    Name: objectName,
    Disabled: z.boolean().exactOptional(),
    TargetApplications: targetApplications.exactOptional(),
  }),
  ({ SipRuleId, TargetApplications: wanted, ...changes }, { registry }) => {
    const rule = registry.sipRules.get(SipRuleId);
    if (rule === undefined) return noSuchRule();
    const targets = wanted === undefined ? rule.TargetApplications : readTargets(wanted, registry);
    if ('kind' in targets) return targets;
    const updated = { ...rule, ...changes, TargetApplications: targets, UpdatedTimestamp: registry.now() };
    registry.sipRules.set(SipRuleId, updated);
    return accepted({ SipRule: updated });
  },
);
