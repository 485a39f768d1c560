import { assertNever } from '../../../shared/domain/assert-never.ts';
import { actionOn, policyOutcomes, type OutcomePolicy } from '../../../shared/domain/routing/attempt-policy.ts';
import type { CallService } from '../../../shared/domain/routing/call-service.ts';
import { wordsFor } from '../../../shared/domain/routing/localized-text.ts';
import { meetingWaitSeconds } from '../../../shared/domain/routing/meeting-wait.ts';
import type {
  AttemptRule,
  LocalizedText,
  RoutingTable,
  Rule,
  SimpleAttemptRule,
  WeightedAttempt,
} from '../../../shared/domain/routing/table.ts';

/** What the attempts of a rule, and what it grants, come to: two rules with the same are the same to every caller. */
export interface Outcome {
  /** Everything but what is said, as canonical text. Where the nearest branches are is not in it. */
  readonly skeleton: string;
  /** What is said, in the order of the skeleton. */
  readonly texts: readonly LocalizedText[];
  /** The table's, where it says one. */
  readonly locale?: string;
}

/** What a rule does with the callers that it takes. */
export type Taker = Pick<Rule, 'id' | 'attempts' | 'service'>;

/** What a table's default does, as if it were a rule. */
export function defaultOf({ defaultAttempts, defaultService }: RoutingTable): Taker {
  return {
    id: 'default',
    attempts: defaultAttempts,
    ...(defaultService === undefined ? {} : { service: defaultService }),
  };
}

export function outcomeOf({ id: ruleId, attempts, service }: Taker, table: RoutingTable): Outcome {
  const texts: LocalizedText[] = [];
  const parts: unknown[] = [table.callerId, partsOfAll(attempts, { ruleId, table, texts }), serviceInFull(service)];
  // Nothing left to try: the default's attempts follow, and what the default grants.
  if (ruleId !== 'default' && attempts.every((attempt) => mayComeToNothing(attempt, table))) {
    const fallback = outcomeOf(defaultOf(table), table);
    parts.push(fallback.skeleton);
    texts.push(...fallback.texts);
  }
  return {
    skeleton: canonical(parts),
    texts,
    ...(table.locale === undefined ? {} : { locale: table.locale }),
  };
}

/** What is said to a caller of that locale, or of none that is known, and in whose voice, as canonical text. */
export function saidIn(locale: string | undefined, { texts, locale: tableLocale }: Outcome): string {
  return canonical(texts.map((text) => wordsFor(text, locale ?? tableLocale, tableLocale)));
}

/** Of one table. Careful: words that are written differently count as different. */
export function isSameOutcome(a: Outcome, b: Outcome): boolean {
  return a.skeleton === b.skeleton && canonical(a.texts) === canonical(b.texts);
}

/** JSON with the keys in order, so that what is equal reads equal. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

/** A policy as it acts, however it is written. */
export function policyInFull(policy: OutcomePolicy | undefined): readonly string[] {
  return policyOutcomes.map((outcome) => actionOn(outcome, policy));
}

/** What is granted, in one form however it is written. */
export function serviceInFull({ recording, afterwards, keys = {} }: CallService = {}): unknown {
  return [recording ?? null, afterwards ?? null, keys];
}

interface Scope {
  readonly ruleId: string;
  readonly table: RoutingTable;
  readonly texts: LocalizedText[];
}

function partsOfAll(attempts: readonly AttemptRule[], scope: Scope): unknown[] {
  let choices = 0;
  return attempts.flatMap((attempt) => {
    if (attempt.kind === 'choice') choices += 1;
    return partsOf(attempt, scope, choices);
  });
}

/** @param choices how many choices the rule has had so far, with this one: each draws another lot. */
function partsOf(attempt: AttemptRule, scope: Scope, choices: number): unknown[] {
  switch (attempt.kind) {
    case 'nearestBranch': {
      const { kind, service, withinKilometers, upTo, spreadKilometers = 0, timeoutSeconds, onOutcome } = attempt;
      // A lot is drawn for the rule: under another id others win.
      const lot = spreadKilometers === 0 ? null : scope.ruleId;
      return [[kind, service, withinKilometers, upTo, spreadKilometers, lot, timeoutSeconds, policyInFull(onOutcome)]];
    }
    case 'choice': {
      const members = inOrder(attempt.from).map(({ weight, attempt: member }) => [
        weight,
        member.id,
        simplePartsOf(member, scope),
      ]);
      return [[attempt.kind, Math.min(attempt.upTo, members.length), scope.ruleId, choices, members]];
    }
    default:
      return simplePartsOf(attempt, scope);
  }
}

function simplePartsOf(attempt: SimpleAttemptRule, { table, texts }: Scope): unknown[] {
  switch (attempt.kind) {
    case 'contactCenter': {
      const contactCenter = table.contactCenters.find(({ id }) => id === attempt.id);
      return contactCenter === undefined
        ? []
        : [[attempt.kind, contactCenter, attempt.timeoutSeconds, policyInFull(attempt.onOutcome)]];
    }
    case 'lookUp': {
      const lookUp = table.lookUps.find(({ id }) => id === attempt.id);
      return lookUp === undefined
        ? []
        : [[attempt.kind, lookUp, attempt.timeoutSeconds, policyInFull(attempt.onOutcome)]];
    }
    case 'branch': {
      const index = Object.hasOwn(table.namedBranches, attempt.id) ? table.namedBranches[attempt.id] : undefined;
      if (index === undefined) return [];
      const { id, number } = table.branches.at(index);
      return [[attempt.kind, id, number, attempt.timeoutSeconds, policyInFull(attempt.onOutcome)]];
    }
    case 'phone':
      return [[attempt.kind, attempt.id, attempt.number, attempt.timeoutSeconds, policyInFull(attempt.onOutcome)]];
    case 'meeting':
      return [[attempt.kind, attempt.id, meetingWaitSeconds(attempt), policyInFull(attempt.onOutcome)]];
    case 'message':
      texts.push(attempt.words);
      return [[attempt.kind, attempt.id]];
    case 'voicemail':
      texts.push(attempt.words);
      return [[attempt.kind, attempt.id, attempt.maximumSeconds, policyInFull(attempt.onOutcome)]];
    default:
      return assertNever(attempt);
  }
}

function mayComeToNothing(attempt: AttemptRule, table: RoutingTable): boolean {
  if (attempt.kind === 'nearestBranch') return true;
  if (attempt.kind === 'choice') return attempt.from.some(({ attempt: member }) => mayComeToNothing(member, table));
  return simplePartsOf(attempt, { ruleId: '', table, texts: [] }).length === 0;
}

/** The order of a choice means nothing but among those of one name, and only the proportions of its weights do. */
function inOrder(from: readonly WeightedAttempt[]): WeightedAttempt[] {
  const divisor = from.reduce((common, { weight }) => greatestCommonDivisor(common, weight), 0);
  return from
    .map(({ weight, attempt }) => ({ weight: weight / Math.max(1, divisor), attempt }))
    .sort((a, b) => compareText(nameOf(a), nameOf(b)));
}

/** What a lot is drawn for. */
function nameOf({ attempt: { kind, id } }: WeightedAttempt): string {
  return `${kind} ${id}`;
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
