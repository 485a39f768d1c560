import type { RoutingTableFile } from '../../../../shared/contracts/routing-table-file.ts';
import type { FindingList } from '../../findings.ts';
import { checkReference } from '../scope.ts';
import { findCycles, formatCycle } from './cycles.ts';

/**
 * Each schedule's id followed by those it is like, nearest first: the first that gives something decides it.
 * None for schedules that are like themselves in the end, or like one that is not there; both are reported.
 */
export function resolveLikeness(
  schedules: RoutingTableFile['schedules'],
  findings: FindingList,
): ReadonlyMap<string, readonly string[]> {
  const ids = Object.keys(schedules);
  const likes = new Map(Object.entries(schedules).map(([id, { like }]) => [id, like]));
  for (const [id, like] of likes)
    if (like !== undefined)
      checkReference(like, ids, { what: 'a schedule', path: ['schedules', id, 'like'], findings });
  const leadsTo = (id: string): string[] => {
    const like = likes.get(id);
    return like === undefined ? [] : [like];
  };
  for (const cycle of findCycles(ids, leadsTo))
    findings.error(
      'schedule-cycle',
      ['schedules', cycle[0] ?? '', 'like'],
      `is like itself in the end: ${formatCycle(cycle)}: give one of them its own timeZone and weekly, without like`,
    );

  return new Map(ids.map((id) => [id, lineOf(id, likes)]));
}

function lineOf(id: string, likes: ReadonlyMap<string, string | undefined>): readonly string[] {
  const line: string[] = [];
  const seen = new Set<string>();
  for (let next: string | undefined = id; next !== undefined; next = likes.get(next)) {
    if (seen.has(next) || !likes.has(next)) return [];
    seen.add(next);
    line.push(next);
  }
  return line;
}
