import type { RoutingTableFile } from '../../../../shared/contracts/routing-table-file.ts';
import type { FindingList } from '../../findings.ts';
import { checkReference } from '../scope.ts';
import { findCycles, formatCycle } from './cycles.ts';

type Likes = ReadonlyMap<string, string | undefined>;

/**
 * What each schedule is like, or `undefined` for one that is like no other; none comes before the one that it is like.
 * Left out are schedules that are like themselves in the end, or like one that is not there; both are reported.
 */
export function resolveLikeness(schedules: RoutingTableFile['schedules'], findings: FindingList): Likes {
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

  return soundOf(ids, likes);
}

function soundOf(ids: readonly string[], likes: Likes): Likes {
  const sound = new Map<string, string | undefined>();
  const settled = new Set<string>();
  for (const id of ids) {
    const line = new Set<string>();
    let next: string | undefined = id;
    while (next !== undefined && likes.has(next) && !line.has(next) && !settled.has(next)) {
      line.add(next);
      next = likes.get(next);
    }
    const isSound = next === undefined || sound.has(next);
    for (const each of [...line].toReversed()) {
      settled.add(each);
      if (isSound) sound.set(each, likes.get(each));
    }
  }
  return sound;
}
