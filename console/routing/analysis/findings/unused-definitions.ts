import type { RoutingTableFile } from '../../../../shared/contracts/routing-table-file.ts';
import { alwaysOpen } from '../../../../shared/contracts/table-file/schedules.ts';
import type { AttemptRule, RoutingTable } from '../../../../shared/domain/routing/table.ts';
import type { FindingList } from '../../findings.ts';
import type { RuleReach } from '../rule-reach.ts';
import { detailsOf } from './unreached-rules.ts';

/** Contact centres, look-ups, schedules and holiday lists that nothing uses. */
export function findUnusedDefinitions(reach: RuleReach, file: RoutingTableFile, findings: FindingList): void {
  const { table } = reach;
  const used = usedBy(table, file);
  const kinds = ['contactCenters', 'lookUps', 'schedules', 'holidayLists'] as const;
  let witness: ReturnType<RuleReach['anyWitness']>;
  let isSought = false;
  for (const kind of kinds)
    for (const id of Object.keys(file[kind])) {
      if (used[kind].has(id) || id === alwaysOpen) continue;
      if (!isSought) witness = reach.anyWitness();
      isSought = true;
      findings.note(
        'destination-unused',
        [kind, id],
        'is used by nothing in this file: remove it, or name it where it is meant',
        detailsOf(witness),
      );
    }
}

type Used = Readonly<Record<'contactCenters' | 'lookUps' | 'schedules' | 'holidayLists', Set<string>>>;

function usedBy(table: RoutingTable, file: RoutingTableFile): Used {
  const used: Used = { contactCenters: new Set(), lookUps: new Set(), schedules: new Set(), holidayLists: new Set() };
  const useAttempt = (attempt: AttemptRule): void => {
    if (attempt.kind === 'contactCenter') used.contactCenters.add(attempt.id);
    if (attempt.kind === 'lookUp') used.lookUps.add(attempt.id);
    if (attempt.kind === 'choice') for (const { attempt: member } of attempt.from) useAttempt(member);
  };
  for (const attempt of [...table.rules.flatMap(({ attempts }) => attempts), ...table.defaultAttempts])
    useAttempt(attempt);
  for (const condition of table.rules.flatMap(({ when }) => when))
    if (condition.kind === 'schedule') used.schedules.add(condition.id);
  for (let index = 0; index < table.branches.size; index += 1) {
    const id = table.branches.scheduleIdOf(index);
    if (id !== undefined) used.schedules.add(id);
  }
  for (const { like, holidays = [] } of Object.values(file.schedules)) {
    if (like !== undefined) used.schedules.add(like);
    for (const holiday of holidays) if (typeof holiday === 'string') used.holidayLists.add(holiday);
  }
  for (const holiday of Object.values(file.holidayLists).flat())
    if (typeof holiday === 'string') used.holidayLists.add(holiday);
  return used;
}
