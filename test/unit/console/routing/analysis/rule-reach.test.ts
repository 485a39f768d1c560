import fc from 'fast-check';
import { RuleReach } from '../../../../../console/routing/analysis/rule-reach.ts';
import { callerOfTable } from '../../../../../shared/domain/routing/caller.ts';
import { firstFittingIndex } from '../../../../../shared/domain/routing/first-fitting.ts';
import type { RoutingTable } from '../../../../../shared/domain/routing/table.ts';
import { everybody, now, randomTable, type Trial } from './random-tables.ts';

function takenBy(table: RoutingTable, { caller, at, seed }: Trial): number {
  const { rules, schedules } = table;
  const moment = { now: at, seed, schedules: new Map(schedules.map((schedule) => [schedule.id, schedule])) };
  return firstFittingIndex(rules, callerOfTable(caller, table), moment);
}

describe('what the rules of a table leave for each other', () => {
  it('is what trying everybody finds', () => {
    fc.assert(
      fc.property(randomTable, ({ table, dimensions }) => {
        const reach = new RuleReach(table, now);

        const taken = new Set([...everybody(dimensions)].map((trial) => takenBy(table, trial)));

        const verdicts = table.rules.map((_, index) => reach.of(index).kind === 'reached');
        expect(verdicts).toEqual(table.rules.map((_, index) => taken.has(index)));
        expect(reach.witnessFor(-1) !== undefined).toBe(taken.has(-1));
      }),
      { numRuns: 150 },
    );
  });

  it('names rules that really take all callers of a rule that is never reached, and no more than it takes', () => {
    fc.assert(
      fc.property(randomTable, ({ table, dimensions }) => {
        const reach = new RuleReach(table, now);

        for (const [index, rule] of table.rules.entries()) {
          const found = reach.of(index);
          if (found.kind !== 'covered') continue;
          const alone = { ...table, rules: [rule] };
          const callers = [...everybody(dimensions)].filter((trial) => takenBy(alone, trial) === 0);
          const coveredBy = (rules: readonly number[]): boolean => {
            const cover = { ...table, rules: rules.map((each) => table.rules[each]!) };
            return callers.every((trial) => takenBy(cover, trial) !== -1);
          };
          expect(coveredBy(found.by)).toBe(true);
          for (const left of found.by) expect(coveredBy(found.by.filter((each) => each !== left))).toBe(false);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('shows a caller for every rule that takes somebody, whom decide gives to that rule', () => {
    fc.assert(
      fc.property(randomTable, ({ table }) => {
        const reach = new RuleReach(table, now);

        for (const index of table.rules.keys())
          if (reach.of(index).kind === 'reached') expect(reach.witnessFor(index)).toBeDefined();
      }),
      { numRuns: 150 },
    );
  });
});
