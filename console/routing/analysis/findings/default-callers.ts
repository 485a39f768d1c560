import type { RoutingTableFile } from '../../../../shared/contracts/routing-table-file.ts';
import { run } from '../atom-set.ts';
import { boxOf, isNowhere, type Box } from '../box.ts';
import type { FindingList } from '../../findings.ts';
import type { RuleReach } from '../rule-reach.ts';
import { reasonAt } from '../space.ts';
import { detailsOf } from './unreached-rules.ts';

/** Reasons whose callers meet the default, all of them or some, and callers who have no reason. */
export function findDefaultCallers(
  reach: RuleReach,
  file: Pick<RoutingTableFile, 'reasons'>,
  findings: FindingList,
): void {
  const taking = reach.taking();
  for (const id of Object.keys(file.reasons)) {
    const [, set] = reach.space.placeOf({ kind: 'reason', anyOf: [id] }, 0, '');
    const callers = boxOf([[reasonAt, set]]);
    const left = reach.leftBy(taking, callers);
    if (typeof left === 'string') continue;
    const isTaken = taking.some((rule) => !isNowhere(reach.within(rule, callers)));
    const details = detailsOf(reach.witnessIn(left, ['default']));
    if (isTaken)
      findings.note(
        'reason-sometimes-default',
        ['reasons', id],
        'is not always taken by a rule: the caller shown, among others, goes to the default',
        details,
      );
    else
      findings.warning(
        'reason-only-default',
        ['reasons', id],
        'is asked for by no rule, and no other rule takes its callers: all of them go to the default',
        details,
      );
  }
  reportWithoutReason(reach, taking, findings);
}

function reportWithoutReason(reach: RuleReach, taking: readonly number[], findings: FindingList): void {
  const callers: Box = boxOf([[reasonAt, run(0, 1)]]);
  const left = reach.leftBy(taking, callers);
  if (typeof left === 'string') return;
  findings.note(
    'callers-only-default',
    ['default'],
    'takes callers of whom no reason is known and whom no rule fits, such as the one shown',
    detailsOf(reach.witnessIn(left, ['default'])),
  );
}
