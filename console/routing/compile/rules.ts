import type { RoutingTableFile } from '../../../shared/contracts/routing-table-file.ts';
import { defaultDestination } from '../../../shared/domain/routing/plan.ts';
import type { Rule } from '../../../shared/domain/routing/table.ts';
import { checkAttributeUse } from './attribute-use.ts';
import { compileAttempts } from './attempts.ts';
import { compileConditions } from './conditions.ts';
import type { Scope } from './scope.ts';
import { compileService } from './service.ts';

/** Ids that explanations use for what is not a rule. */
const reservedRuleIds = ['default', defaultDestination];

/** Rules in order. What they name is checked; what they do together is for the analysis. */
export function compileRules(rules: RoutingTableFile['rules'], scope: Scope): Rule[] {
  const { findings } = scope;
  const seen = new Set<string>();
  const compiled = rules.map(({ id, when = {}, attempts, ...granted }, index): Rule => {
    const path = ['rules', index];
    if (reservedRuleIds.includes(id))
      findings.error(
        'rule-id-reserved',
        [...path, 'id'],
        `"${id}" is what explanations call the default: choose another`,
      );
    if (seen.has(id))
      findings.error('rule-id-twice', [...path, 'id'], `"${id}" is the id of an earlier rule: choose another`);
    seen.add(id);
    const service = compileService(granted, path, findings);
    return {
      id,
      when: compileConditions(when, [...path, 'when'], scope),
      attempts: compileAttempts(attempts, [...path, 'attempts'], scope),
      ...(service === undefined ? {} : { service }),
    };
  });
  checkAttributeUse(compiled, findings);
  return compiled;
}
