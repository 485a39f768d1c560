import { branchesPassedOver } from './branches-passed-over.ts';
import type { Branch } from './branches.ts';
import type { Caller } from './caller.ts';
import type { Moment } from './condition.ts';
import type { AttemptPassedOver, BranchPassedOver, ChoiceMade } from './explanation.ts';
import { namedBranch, type IndexedTable } from './indexed-table.ts';
import { nearestBranches, type BranchesFound, type NearestBranchRule } from './nearest-branches.ts';
import type { Attempt } from './plan.ts';
import { drawnOrder } from './rendezvous.ts';
import { branchAttempt, simpleAttempts } from './simple-attempts.ts';
import type { AttemptRule } from './table.ts';

/** What a decision is about. */
export interface Situation {
  readonly indexed: IndexedTable;
  readonly caller: Caller;
  readonly moment: Moment;
}

/** What an explanation says about attempts. */
export interface AttemptNotes {
  readonly branchesPassedOver: BranchPassedOver[];
  moreBranchesPassedOver: number;
  readonly attemptsPassedOver: AttemptPassedOver[];
  readonly choices: ChoiceMade[];
}

/**
 * A rule's attempts for this caller, with all that is needed to make them.
 *
 * @param notes taken where somebody wants an explanation: they cost more than the attempts.
 */
export function resolveAttempts(
  ruleId: string,
  rules: readonly AttemptRule[],
  situation: Situation,
  notes?: AttemptNotes,
): readonly Attempt[] {
  let choices = 0;
  const tried = new Set<number>();
  return rules.flatMap((rule): readonly Attempt[] => {
    switch (rule.kind) {
      case 'nearestBranch':
        return nearestAttempts(rule, situation, { salt: ruleId, tried, notes });
      case 'choice':
        choices += 1;
        // Another lot each time: a second choice among the same would begin with whoever has just not answered.
        return chosenAttempts(rule, situation, { salt: choices === 1 ? ruleId : `${ruleId}/${choices}`, notes });
      case 'branch':
        tried.add(namedBranch(situation.indexed.table, rule.id) ?? -1);
        return simpleAttempts(rule, situation);
      default:
        return simpleAttempts(rule, situation);
    }
  });
}

interface NearestOptions {
  /** For lots. */
  readonly salt: string;
  /** Branches of earlier attempts, which are not rung again; those found here are added. */
  readonly tried: Set<number>;
  readonly notes: AttemptNotes | undefined;
}

function nearestAttempts(
  rule: NearestBranchRule,
  { indexed, caller, moment }: Situation,
  { salt, tried, notes }: NearestOptions,
): readonly Attempt[] {
  const from = caller.location?.coordinates;
  if (from === undefined) {
    notes?.attemptsPassedOver.push({ attempt: rule.kind, because: 'locationUnknown' });
    return [];
  }
  const { branches } = indexed.table;
  const search = { branches, rule, from, moment, salt, tried };
  const found = nearestBranches(search);
  const chosen = found.chosen.map(({ index }) => branches.at(index));
  if (notes !== undefined) {
    const { told, more } = branchesPassedOver(search, found);
    notes.branchesPassedOver.push(...told);
    notes.moreBranchesPassedOver += more;
    if (chosen.length === 0) notes.attemptsPassedOver.push({ attempt: rule.kind, because: 'noBranchFits' });
    noteDraw(found, chosen, notes);
  }
  for (const { index } of found.chosen) tried.add(index);
  return chosen.map((branch) => branchAttempt(branch, rule));
}

function chosenAttempts(
  { from, upTo }: Extract<AttemptRule, { kind: 'choice' }>,
  situation: Situation,
  { salt, notes }: Pick<NearestOptions, 'salt' | 'notes'>,
): readonly Attempt[] {
  const members = from.map(({ weight, attempt }) => ({ id: `${attempt.kind} ${attempt.id}`, weight, attempt }));
  const chosen = drawnOrder(members, situation.moment.seed, salt).slice(0, upTo);
  notes?.choices.push({
    chosen: chosen.map(({ attempt }) => attempt.id),
    from: from.map(({ weight, attempt }) => ({ id: attempt.id, weight })),
  });
  return chosen.flatMap(({ attempt }) => simpleAttempts(attempt, situation));
}

/** Branches that follow because too few are equally near were not drawn. */
function noteDraw({ drawnFrom }: BranchesFound, chosen: readonly Branch[], notes: AttemptNotes): void {
  if (drawnFrom.length < 2) return;
  const from = drawnFrom.map(({ id, weight }) => ({ id, weight }));
  notes.choices.push({ chosen: chosen.slice(0, from.length).map(({ id }) => id), from });
}
