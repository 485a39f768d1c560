import type { NearestBranchRule } from '../../../../shared/domain/routing/nearest-branches.ts';
import { isOpen } from '../../../../shared/domain/routing/schedule.ts';
import type { AttemptRule, RoutingTable } from '../../../../shared/domain/routing/table.ts';
import { hasAtom } from '../atom-set.ts';
import { setIn } from '../box.ts';
import type { Segment } from '../dimensions/moments.ts';
import type { FindingList } from '../../findings.ts';
import type { RuleReach } from '../rule-reach.ts';
import { detailsOf } from './unreached-rules.ts';

/** Rules that look for the nearest open branch at times when none that would do is ever open. */
export function findNobodyOpen(reach: RuleReach, findings: FindingList): void {
  const hours = new ServiceHours(reach.table);
  for (const [index, { id, attempts }] of reach.table.rules.entries()) {
    const found = reach.of(index);
    if (found.kind !== 'reached' || !attempts.every(isNearest)) continue;
    // Told only of rules that say when, so that nothing is said twice of branches that are never open.
    const times = setIn(reach.box(index), reach.space.firstLot - 1);
    if (times === undefined) continue;
    const segments = reach.space.moments.segments.filter(({ atom }) => hasAtom(times, atom));
    const isEverOpen = attempts.some((attempt) =>
      segments.some((segment) => hours.isOpenIn(isNearest(attempt) ? attempt.service : undefined, segment)),
    );
    if (isEverOpen) continue;
    findings.warning(
      'rule-nobody-open',
      ['rules', index, 'attempts'],
      'reaches nobody: at the times when this rule takes calls, no branch that it looks for is open, and its callers go to the default',
      { rule: id, ...detailsOf(reach.witnessIn(found.region, [id])) },
    );
  }
}

function isNearest(attempt: AttemptRule): attempt is NearestBranchRule {
  return attempt.kind === 'nearestBranch';
}

/** When any branch is open that offers a service. */
class ServiceHours {
  readonly #table: RoutingTable;
  /** By service, the schedules of its branches; `undefined` among them: one is always open. */
  readonly #schedules = new Map<string | undefined, Set<string | undefined>>();

  constructor(table: RoutingTable) {
    this.#table = table;
  }

  isOpenIn(service: string | undefined, { from, below }: Pick<Segment, 'from' | 'below'>): boolean {
    const ids = this.#schedulesOf(service);
    if (ids.has(undefined)) return true;
    return this.#table.schedules.some(
      (schedule) =>
        ids.has(schedule.id) &&
        (isOpen(schedule, from) || schedule.opensAt.some((opens) => opens >= from && opens < below)),
    );
  }

  #schedulesOf(service: string | undefined): Set<string | undefined> {
    let ids = this.#schedules.get(service);
    if (ids !== undefined) return ids;
    ids = new Set();
    const { branches } = this.#table;
    for (let index = 0; index < branches.size; index += 1)
      if (service === undefined || branches.offers(index, service)) ids.add(branches.scheduleIdOf(index));
    this.#schedules.set(service, ids);
    return ids;
  }
}
