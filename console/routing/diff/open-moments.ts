import { isOpen, type Schedule } from '../../../shared/domain/routing/schedule.ts';
import { epochMs, type EpochMs } from '../../../shared/domain/time.ts';
import { hasAtom } from '../analysis/atom-set.ts';
import { setIn, type Box } from '../analysis/box.ts';
import { momentIn } from '../analysis/dimensions/moments.ts';
import type { JointTables } from './joint-tables.ts';

/** Whether a moment counts, by whether each of the schedules is open then. */
export type Wanted = (open: readonly boolean[]) => boolean;

const mostMoments = 3;

/** The first few moments of the region at which the schedules are as wanted; open, unless it is said otherwise. */
export function momentsInRegion(
  region: Box,
  schedules: readonly Schedule[],
  { space }: Pick<JointTables, 'space'>,
  wanted: Wanted = (open) => open.includes(true),
): EpochMs[] {
  const atoms = setIn(region, space.firstLot - 1);
  const changes = [...new Set(schedules.flatMap(({ opensAt, closesAt }) => [...opensAt, ...closesAt]))].sort(
    (a, b) => a - b,
  );
  const found: EpochMs[] = [];
  let change = 0;
  for (const { from, below, atom } of space.moments.segments) {
    if (atoms !== undefined && !hasAtom(atoms, atom)) continue;
    while ((changes[change] ?? Infinity) <= from) change += 1;
    for (let start: number = from, index = change; start < below; index += 1) {
      const end = Math.min(below, changes[index] ?? Infinity);
      const moment = momentIn({ from: epochMs(start), below: epochMs(end) });
      if (wanted(schedules.map((schedule) => isOpen(schedule, moment)))) found.push(moment);
      if (found.length >= mostMoments) return found;
      start = end;
    }
  }
  return found;
}
