import type { RoutingTableFile } from '../../../shared/contracts/routing-table-file.ts';
import type { Rule } from '../../../shared/domain/routing/table.ts';
import type { FindingList } from '../findings.ts';

/** Rules after one without conditions never take a call. */
export function checkReachableRules(rules: readonly Rule[], findings: FindingList): void {
  const catchAll = rules.findIndex(({ when }) => when.length === 0);
  if (catchAll === -1) return;
  for (let index = catchAll + 1; index < rules.length; index += 1) {
    findings.warning(
      'rule-unreachable',
      ['rules', index, 'id'],
      `never takes a call: "${rules[catchAll]?.id}" before it has no conditions and fits everybody`,
    );
  }
}

/** Reasons that no rule asks for, where no rule fits everybody: their callers go to the default. */
export function checkReasonsCovered(file: RoutingTableFile, rules: readonly Rule[], findings: FindingList): void {
  const asked = new Set<string>();
  for (const { when } of rules) {
    const reasons = when.find((condition) => condition.kind === 'reason');
    // A rule that does not ask for the reason may fit any.
    if (reasons === undefined) return;
    for (const id of reasons.anyOf) asked.add(id);
  }
  for (const id of Object.keys(file.reasons)) {
    if (!asked.has(id))
      findings.warning(
        'reason-only-default',
        ['reasons', id],
        'is asked for by no rule: its callers go to the default',
      );
  }
}
