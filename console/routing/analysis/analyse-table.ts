import type { RoutingTableFile } from '../../../shared/contracts/routing-table-file.ts';
import type { RoutingTable } from '../../../shared/domain/routing/table.ts';
import type { EpochMs } from '../../../shared/domain/time.ts';
import type { FindingList } from '../findings.ts';
import { findDefaultCallers } from './findings/default-callers.ts';
import { findMenuTrouble } from './findings/menu-findings.ts';
import { findNobodyOpen } from './findings/nobody-open.ts';
import { findRedundantRules } from './findings/redundant-rules.ts';
import { findLongRinging } from './findings/ring-time-findings.ts';
import { findUnreachedRules } from './findings/unreached-rules.ts';
import { findUnusedDefinitions } from './findings/unused-definitions.ts';
import { RuleReach } from './rule-reach.ts';

export interface AnalysisOptions {
  readonly file: RoutingTableFile;
  /** Opening hours are looked at from here to the end of what was compiled. */
  readonly now: EpochMs;
  readonly findings: FindingList;
}

/**
 * Says what the rules of a table do together: which can never take a call, who meets the default only, who waits for too long,
 * whom the menu asks for nothing, and what is defined for nothing. Exact (see `Space` for whom it looks at), and shown by callers whom `decide` confirms.
 *
 * @throws Error when a decision contradicts the analysis, which is a bug.
 */
export function analyseTable(table: RoutingTable, { file, now, findings }: AnalysisOptions): void {
  const reach = new RuleReach(table, now);
  findUnreachedRules(reach, findings);
  findRedundantRules(reach, findings);
  findNobodyOpen(reach, findings);
  findDefaultCallers(reach, file, findings);
  findLongRinging(reach, file, findings);
  findMenuTrouble(reach, findings);
  findUnusedDefinitions(reach, file, findings);
}
