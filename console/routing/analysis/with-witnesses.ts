import type { Witness } from '../../../shared/contracts/caller-file.ts';
import type { AttemptRule, RoutingTable } from '../../../shared/domain/routing/table.ts';
import type { EpochMs } from '../../../shared/domain/time.ts';
import type { Finding } from '../findings.ts';
import { RuleReach } from './rule-reach.ts';

/**
 * The findings, each that has no witness with one where there is anybody to show: for what is about a rule a caller of that rule;
 * for a destination or a schedule a caller of the first rule that uses it; else a caller of the default.
 */
export function withWitnesses(
  findings: readonly Finding[],
  { table, now }: { readonly table: RoutingTable; readonly now: EpochMs },
): readonly Finding[] {
  if (findings.every(({ witness }) => witness !== undefined)) return findings;
  const reach = new RuleReach(table, now);
  const known = new Map<number, Witness | undefined>();
  const callerOf = (rule: number): Witness | undefined => {
    if (!known.has(rule)) known.set(rule, reach.witnessFor(rule));
    return known.get(rule);
  };
  let anybody: Witness | undefined;
  return findings.map((finding) => {
    if (finding.witness !== undefined) return finding;
    for (const rule of rulesOf(finding.path, table)) {
      const witness = callerOf(rule);
      if (witness !== undefined) return { ...finding, witness };
    }
    const witness = (anybody ??= reach.anyWitness());
    if (witness !== undefined) return { ...finding, witness };
    return finding;
  });
}

const rulePath = /^rules\[(\d+)\]/;
const definitionPath = /^(contactCenters|lookUps|schedules|branches)\.([a-z0-9-]+)/;

/** The indexes of the rules that something in the file is about. */
function rulesOf(path: string, { rules }: RoutingTable): number[] {
  const rule = rulePath.exec(path)?.[1];
  if (rule !== undefined) return [Number(rule)];
  const [, kind, id] = definitionPath.exec(path) ?? [];
  if (kind === undefined || id === undefined) return [];
  return rules.flatMap(({ when, attempts }, index) => {
    const isAsked = kind === 'schedules' && when.some((each) => each.kind === 'schedule' && each.id === id);
    return isAsked || attempts.flatMap(membersOf).some((attempt) => uses(attempt, kind, id)) ? [index] : [];
  });
}

function uses(attempt: AttemptRule, kind: string, id: string): boolean {
  switch (kind) {
    case 'contactCenters':
      return attempt.kind === 'contactCenter' && attempt.id === id;
    case 'lookUps':
      return attempt.kind === 'lookUp' && attempt.id === id;
    case 'branches':
      return attempt.kind === 'nearestBranch' || (attempt.kind === 'branch' && attempt.id === id);
    default:
      return false;
  }
}

function membersOf(attempt: AttemptRule): AttemptRule[] {
  return attempt.kind === 'choice' ? attempt.from.map((member) => member.attempt) : [attempt];
}
