import type { RoutingTableFile } from '../../../../shared/contracts/routing-table-file.ts';
import type { AttemptRule } from '../../../../shared/domain/routing/table.ts';
import type { FilePath, FindingDetails, FindingList } from '../../findings.ts';
import { longestRingSeconds } from '../ring-time.ts';
import type { RuleReach } from '../rule-reach.ts';
import { detailsOf } from './unreached-rules.ts';

/** Rules whose callers may have to wait for longer than the file says that they do. */
export function findLongRinging(
  reach: RuleReach,
  { patience }: Pick<RoutingTableFile, 'patience'>,
  findings: FindingList,
): void {
  const check = (attempts: readonly AttemptRule[], path: FilePath, details: () => FindingDetails): void => {
    const seconds = longestRingSeconds(attempts, reach.table);
    if (seconds <= patience) return;
    findings.warning(
      'ring-time-exceeds-patience',
      path,
      `may keep callers waiting for ${seconds} s altogether, and patience is ${patience} s: give the attempts shorter timeouts, or try fewer`,
      details(),
    );
  };
  for (const [index, { id, attempts }] of reach.table.rules.entries())
    check(attempts, ['rules', index, 'attempts'], () => ({ rule: id, ...detailsOf(reach.witnessFor(index)) }));
  check(reach.table.defaultAttempts, ['default', 'attempts'], () => detailsOf(reach.witnessFor(-1)));
}
