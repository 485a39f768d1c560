import fc from 'fast-check';
import { diffTables } from '../../../../../console/routing/diff/diff-tables.ts';
import { callerOfFile } from '../../../../../shared/contracts/caller-file.ts';
import { usualPolicy } from '../../../../../shared/domain/routing/attempt-policy.ts';
import { decide } from '../../../../../shared/domain/routing/decide.ts';
import { indexTable } from '../../../../../shared/domain/routing/indexed-table.ts';
import type { Plan } from '../../../../../shared/domain/routing/plan.ts';
import { epochMs } from '../../../../../shared/domain/time.ts';
import { everybody, now, randomTable, randomTables } from '../analysis/random-tables.ts';

describe('the difference of two tables', () => {
  it('is what trying everybody finds, with every pair of rules that it is between', () => {
    fc.assert(
      fc.property(randomTables, ({ before, after, dimensions }) => {
        const [old, current] = [indexTable(before), indexTable(after)];
        const spoken = [before, after].map(({ locale = 'en-US' }) => locale);
        const found = new Set<string>(spoken[0] === spoken[1] ? [] : ['locale']);
        for (const { caller, at, seed } of everybody(dimensions)) {
          const [was, is] = [decide(old, caller, at, seed).plan, decide(current, caller, at, seed).plan];
          if (meaningOf(was) !== meaningOf(is)) found.add(`${was.ruleId} ${is.ruleId}`);
        }

        const { entries, isComplete } = diffTables(before, after, { now });

        const pairs = entries.map((entry) => (entry.kind === 'route' ? `${entry.before} ${entry.after}` : entry.kind));
        expect(isComplete).toBe(true);
        expect(pairs.toSorted()).toEqual([...found].toSorted());
      }),
      { numRuns: 100 },
    );
  });

  it('shows for each entry a caller whom the two tables send to different places, by these rules', () => {
    fc.assert(
      fc.property(randomTables, ({ before, after }) => {
        const [old, current] = [indexTable(before), indexTable(after)];

        const { entries } = diffTables(before, after, { now });

        for (const entry of entries.filter(({ kind }) => kind !== 'locale')) {
          const { context, at, seed } = entry.witness!;
          const [was, is] = [old, current].map(
            (indexed) => decide(indexed, callerOfFile(context), epochMs(Date.parse(at)), seed).plan,
          );
          expect(entry).toMatchObject({ kind: 'route', before: was!.ruleId, after: is!.ruleId });
          expect(meaningOf(was!)).not.toBe(meaningOf(is!));
        }
      }),
      { numRuns: 100 },
    );
  });

  it('is nothing between a table and itself', () => {
    fc.assert(
      fc.property(randomTable, ({ table }) => {
        expect(diffTables(table, structuredCloneOf(table), { now }).entries).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});

/** What a plan does and grants, with every policy written out. */
function meaningOf({ callerId, attempts, service }: Plan): string {
  return JSON.stringify([
    callerId,
    service,
    attempts.map((attempt) => {
      const { onOutcome, ...others } = { onOutcome: {}, ...attempt };
      return [others, { ...usualPolicy, ...onOutcome }];
    }),
  ]);
}

/** Equal, and not the same objects. */
function structuredCloneOf<Table extends { readonly rules: unknown }>(table: Table): Table {
  return { ...table, rules: structuredClone(table.rules) };
}
