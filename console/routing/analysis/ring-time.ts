import { assertNever } from '../../../shared/domain/assert-never.ts';
import {
  actionOn,
  policyOutcomes,
  type OutcomePolicy,
  type PolicyOutcome,
  type WithPolicy,
} from '../../../shared/domain/routing/attempt-policy.ts';
import type { BranchDirectory } from '../../../shared/domain/routing/branches.ts';
import { meetingWaitSeconds } from '../../../shared/domain/routing/meeting-wait.ts';
import type { AttemptRule, RoutingTable, SimpleAttemptRule } from '../../../shared/domain/routing/table.ts';

interface Ring {
  readonly kind: string;
  readonly seconds: number;
  readonly onOutcome?: OutcomePolicy;
}

/** What is tried at one place of a plan. */
interface Stage {
  /** One, or those that a lot takes some of, in any order. */
  readonly rings: readonly Ring[];
  readonly upTo: number;
  /** It may be that there is nothing to try: no branch is near, say. */
  readonly isOptional: boolean;
}

/**
 * How long a caller may hear it ring, or wait in a meeting, at most, whatever the outcomes of the attempts and whatever lots take, in seconds.
 * Never too low. For a choice it may be a little too high: its members are looked at one by one, not in each of their orders.
 */
export function longestRingSeconds(attempts: readonly AttemptRule[], table: RoutingTable): number {
  return new RingTime(attempts.flatMap((attempt) => stagesOf(attempt, table.branches))).from(0);
}

/** People who do not answer, or decline in the end, have been rung all the time. */
const ringsOut: readonly PolicyOutcome[] = ['notAnswered', 'declined'];

class RingTime {
  readonly #stages: readonly Stage[];
  readonly #known = new Map<string, number>();

  constructor(stages: readonly Stage[]) {
    this.#stages = stages;
  }

  /** @param passed attempts of this kind are passed over, and words, until there is one of another. */
  from(index: number, passed?: string): number {
    const stage = this.#stages[index];
    if (stage === undefined) return 0;
    const key = `${index} ${passed ?? ''}`;
    let seconds = this.#known.get(key);
    if (seconds === undefined) {
      const others = stage.rings.filter(({ kind }) => passed === undefined || isOtherKind(kind, passed));
      const mayPass = stage.isOptional || stage.rings.length - others.length >= stage.upTo;
      seconds = Math.max(
        others.length === 0 ? 0 : this.#through(stage, index),
        mayPass || others.length === 0 ? this.from(index + 1, passed) : 0,
      );
      this.#known.set(key, seconds);
    }
    return seconds;
  }

  /** Whoever is tried last of the stage may end the call, or something follows; the slowest of the others ring before. */
  #through({ rings, upTo }: Stage, index: number): number {
    const before = rings
      .map((ring, place) => ({ place, seconds: secondsBeforeOthers(ring, rings) }))
      .sort((a, b) => b.seconds - a.seconds);
    return Math.max(
      0,
      ...rings.map((last, place) => {
        const earlier = before.filter((each) => each.place !== place).slice(0, Math.max(0, upTo - 1));
        return earlier.reduce((sum, { seconds }) => sum + seconds, this.#asLast(last, index));
      }),
    );
  }

  #asLast({ kind, seconds, onOutcome }: Ring, index: number): number {
    return Math.max(
      ...policyOutcomes.map((outcome) => {
        const own = ringsOut.includes(outcome) ? seconds : 0;
        const action = actionOn(outcome, onOutcome);
        if (action === 'end') return own;
        return own + (action === 'next' ? this.from(index + 1) : this.from(index + 1, kind));
      }),
    );
  }
}

/** How long it rings when another of the same choice is tried after it. */
function secondsBeforeOthers({ kind, seconds, onOutcome }: Ring, rings: readonly Ring[]): number {
  const mayGoOn = ringsOut.some((outcome) => {
    const action = actionOn(outcome, onOutcome);
    return action === 'next' || (action === 'nextKind' && rings.some((other) => isOtherKind(other.kind, kind)));
  });
  return mayGoOn ? seconds : 0;
}

/** A message is no other kind: only what comes after it can be. */
function isOtherKind(kind: string, than: string): boolean {
  return kind !== than && kind !== 'message';
}

function stagesOf(attempt: AttemptRule, branches: BranchDirectory): Stage[] {
  switch (attempt.kind) {
    case 'nearestBranch': {
      const { timeoutSeconds, upTo } = attempt;
      const stage = {
        rings: [{ kind: 'branch', seconds: timeoutSeconds, ...policyOf(attempt) }],
        upTo: 1,
        isOptional: true,
      };
      return Array.from({ length: Math.min(upTo, branches.size) }, () => stage);
    }
    case 'choice': {
      const rings = attempt.from.map(({ attempt: member }) => ringOf(member));
      return [{ rings, upTo: Math.min(attempt.upTo, rings.length), isOptional: false }];
    }
    default:
      return [{ rings: [ringOf(attempt)], upTo: 1, isOptional: false }];
  }
}

function ringOf(attempt: SimpleAttemptRule): Ring {
  switch (attempt.kind) {
    case 'contactCenter':
    case 'branch':
    case 'phone':
    case 'lookUp':
      return { kind: attempt.kind, seconds: attempt.timeoutSeconds, ...policyOf(attempt) };
    case 'meeting':
      return { kind: attempt.kind, seconds: meetingWaitSeconds(attempt), ...policyOf(attempt) };
    case 'voicemail':
      return { kind: attempt.kind, seconds: 0, ...policyOf(attempt) };
    case 'message':
      return { kind: attempt.kind, seconds: 0 };
    default:
      return assertNever(attempt);
  }
}

function policyOf({ onOutcome }: WithPolicy): WithPolicy {
  return onOutcome === undefined ? {} : { onOutcome };
}
