import { destinationsOf } from '../../../shared/contracts/recorded-decision.ts';
import type { CallService } from '../../../shared/domain/routing/call-service.ts';
import type { NearestBranchRule } from '../../../shared/domain/routing/nearest-branches.ts';
import type { Attempt } from '../../../shared/domain/routing/plan.ts';
import { resolveAttempts, type Situation } from '../../../shared/domain/routing/resolve-attempts.ts';
import type { AttemptRule, Rule } from '../../../shared/domain/routing/table.ts';
import { canonical, defaultOf, policyInFull, type Taker } from '../../routing/analysis/outcome.ts';
import { meaningOf } from '../../routing/plan-meaning.ts';
import type { Taken } from '../../routing/replay/tally.ts';

/** What a rule does with a call, before anybody has looked which branches are near. */
export interface Way extends Taken {
  /** Of two tables, the same text for what is the same to the caller, but for the branches that are found. */
  readonly meaning: string;
  readonly seeks: readonly NearestBranchRule[];
  /** Where the rule only seeks branches: its own part of the meaning, and what follows when none is near. */
  readonly ifNoneIsNear?: { readonly own: string; readonly destinations: readonly string[] };
}

type Step = Attempt | NearestBranchRule;

/** Lots are drawn as they were for the call; only where a branch is picked by its distance it is left at the wish for one. */
export function wayOf(taking: Rule | 'default', situation: Situation): Way {
  const { table } = situation.indexed;
  const taker: Taker = taking === 'default' ? defaultOf(table) : taking;
  const own = stepsOf(taker, situation);
  // Nobody may be near enough: then the default's attempts follow, and what the default grants.
  const fallsBack = taking !== 'default' && own.every(isSeeking);
  const parts = [
    ...(own.length === 0 && fallsBack ? [] : [{ taker, steps: own }]),
    ...(fallsBack ? [{ taker: defaultOf(table), steps: stepsOf(defaultOf(table), situation) }] : []),
  ];
  return {
    ruleId: taker.id,
    destinations: parts.flatMap(({ steps }) => steps.map(destinationOf)),
    meaning: canonical(parts.map((part) => meaningOfPart(part, situation))),
    seeks: parts.flatMap(({ steps }) => steps.filter(isSeeking)),
    ...(own.length === 0 || !fallsBack
      ? {}
      : {
          ifNoneIsNear: {
            own: canonical(meaningOfPart({ taker, steps: own }, situation)),
            destinations: stepsOf(defaultOf(table), situation).map(destinationOf),
          },
        }),
  };
}

function stepsOf({ id, attempts }: Taker, situation: Situation): readonly Step[] {
  // Attempts count the choices before them, so that each is resolved with what precedes it.
  const resolved = (count: number): readonly Attempt[] =>
    resolveAttempts(
      id,
      attempts.slice(0, count).filter((attempt) => attempt.kind !== 'nearestBranch'),
      situation,
    );
  if (!attempts.some(isSeeking)) return resolved(attempts.length);
  return attempts.flatMap((attempt, index): readonly Step[] =>
    isSeeking(attempt) ? [attempt] : resolved(index + 1).slice(resolved(index).length),
  );
}

function meaningOfPart(
  { taker: { id, service }, steps }: { readonly taker: Taker; readonly steps: readonly Step[] },
  { indexed }: Situation,
): unknown {
  return steps.length === 0
    ? [grantOf([], service, indexed)]
    : steps.map((step) => [
        isSeeking(step) ? wishOf(step, id) : null,
        grantOf(isSeeking(step) ? [] : [step], service, indexed),
      ]);
}

function grantOf(
  attempts: readonly Attempt[],
  service: CallService | undefined,
  indexed: Situation['indexed'],
): string {
  const plan = { ruleId: '', attempts, callerId: indexed.table.callerId };
  return meaningOf(service === undefined ? plan : { ...plan, service }, indexed);
}

/** Where a lot is drawn among branches that are equally near, it is drawn for the rule. */
function wishOf(
  { service, withinKilometers, upTo, spreadKilometers = 0, timeoutSeconds, onOutcome }: NearestBranchRule,
  ruleId: string,
): unknown {
  const lot = spreadKilometers === 0 ? null : ruleId;
  return [service ?? null, withinKilometers, upTo, spreadKilometers, lot, timeoutSeconds, policyInFull(onOutcome)];
}

/** As records name it; "nearestBranch:mortgages" for a branch with that service, whichever is near. */
function destinationOf(step: Step): string {
  if (isSeeking(step)) return step.service === undefined ? step.kind : `${step.kind}:${step.service}`;
  return destinationsOf({ attempts: [step] })[0] ?? '';
}

function isSeeking(step: Step | AttemptRule): step is NearestBranchRule {
  return step.kind === 'nearestBranch';
}
