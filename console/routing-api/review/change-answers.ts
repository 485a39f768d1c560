import type { ReviewResponse } from '../../../shared/contracts/tables-api.ts';
import type { TableDiff } from '../../routing/diff/table-diff.ts';
import { wordsOfChange } from '../../routing/diff/words.ts';

type ChangeAnswer = ReviewResponse['changes'][number];
type LastWeek = ReviewResponse['lastWeek'];

/** Each difference in words, with how many calls of last week met it where that can be told. */
export function changeAnswers({ entries }: TableDiff, lastWeek: LastWeek): ChangeAnswer[] {
  return entries.map((entry) => ({
    kind: entry.kind,
    words: wordsOfChange(entry),
    ...(entry.kind === 'branch' ? { branch: entry.id } : { from: entry.from, to: entry.to }),
    ...(entry.kind === 'route'
      ? { before: entry.before, after: entry.after, ...callsOf(entry.before, entry.after, lastWeek) }
      : {}),
    ...(entry.witness === undefined ? {} : { witness: entry.witness }),
  }));
}

/** None, where none can be told of at all. */
function callsOf(before: string, after: string, { calls, untellable, changes }: LastWeek): Pick<ChangeAnswer, 'calls'> {
  if (calls === untellable) return {};
  return { calls: changes.find(({ from, to }) => from === before && to === after)?.calls ?? 0 };
}
