import type { Condition } from '../../../../shared/domain/routing/condition.ts';
import type { FindingDetails, FindingList } from '../../findings.ts';
import type { Reach, RuleReach } from '../rule-reach.ts';
import { boxOf, isNowhere } from '../box.ts';

/** Rules that never take a call, and why. */
export function findUnreachedRules(reach: RuleReach, findings: FindingList): void {
  const unsettled: string[] = [];
  for (const [index, { id }] of reach.table.rules.entries()) {
    const found = reach.of(index);
    if (found.kind === 'covered') reportCovered(index, found.by, reach, findings);
    else if (found.kind === 'contradictory') reportContradiction(index, found, reach, findings);
    else if (found.kind === 'unsettled' && reach.space.exact) unsettled.push(id);
  }
  const [first] = unsettled;
  if (first === undefined) return;
  const more = unsettled.length === 1 ? '' : ` and ${unsettled.length - 1} more`;
  findings.note(
    'analysis-incomplete',
    ['rules', reach.table.rules.findIndex(({ id }) => id === first), 'id'],
    `overlaps with so many rules before it that it was not settled whether it ever takes a call (rule ${first}${more}): try it with callers that it is meant for`,
    { rule: first, ...detailsOf(reach.anyWitness()) },
  );
}

function reportCovered(index: number, by: readonly number[], reach: RuleReach, findings: FindingList): void {
  const { id = '' } = reach.table.rules[index] ?? {};
  const coveredBy = by.map((each) => reach.table.rules[each]?.id ?? '');
  const details = { rule: id, coveredBy, ...detailsOf(callerTakenBy(by, index, reach)) };
  const path = ['rules', index, 'id'];
  if (coveredBy.length === 1)
    findings.warning(
      'rule-shadowed',
      path,
      `never takes a call: "${coveredBy.join()}" before it takes all its callers. Move "${id}" up, narrow "${coveredBy.join()}", or remove "${id}"`,
      details,
    );
  else
    findings.warning(
      'rule-unreachable',
      path,
      `never takes a call: ${namesOf(coveredBy)} before it together take all its callers. Move "${id}" up, narrow one of them, or remove "${id}"`,
      details,
    );
}

/** A caller who fits the rule and whom one of those takes, if there is one whom no other rule takes before them. */
function callerTakenBy(by: readonly number[], index: number, reach: RuleReach): FindingDetails['witness'] {
  const others = reach.taking(index).filter((each) => !by.includes(each));
  const left = reach.leftBy(others, reach.box(index));
  const region = typeof left === 'string' ? reach.box(index) : left;
  const allowed = typeof left === 'string' ? reach.taking(index) : by;
  return reach.witnessIn(
    region,
    allowed.map((each) => reach.table.rules[each]?.id ?? ''),
  );
}

function reportContradiction(
  index: number,
  { conditions, region }: Extract<Reach, { kind: 'contradictory' }>,
  reach: RuleReach,
  findings: FindingList,
): void {
  const { id = '', when = [] } = reach.table.rules[index] ?? {};
  const known = new Set(reach.table.schedules.map((schedule) => schedule.id));
  // A schedule that does not exist is an error already.
  if (conditions.every((condition) => condition.kind === 'schedule' && !known.has(condition.id))) return;
  const [first] = conditions;
  const isAlone = first !== undefined && isNowhere(boxOf([reach.space.placeOf(first, 0, id)]));
  const what = conditions.map(nameOf).join(' and ');
  const message = isAlone
    ? `never takes a call: what it asks of ${what} never holds`
    : `never takes a call: what it asks of ${what} contradicts its other conditions (${when
        .filter((each) => !conditions.includes(each))
        .map(nameOf)
        .join(', ')})`;
  const takenBy = [...reach.taking().map((each) => reach.table.rules[each]?.id ?? ''), 'default'];
  const witness = reach.witnessIn(region, takenBy);
  findings.warning('rule-contradictory', ['rules', index, 'id'], message, { rule: id, ...detailsOf(witness) });
}

function nameOf(condition: Condition): string {
  if (condition.kind === 'attribute') return `attribute ${condition.name}`;
  return condition.kind === 'schedule' ? `schedule ${condition.id} (${condition.is})` : condition.kind;
}

/** The first few of many. */
function namesOf(ids: readonly string[]): string {
  const shown = ids.slice(0, 6).map((id) => `"${id}"`);
  if (ids.length > shown.length) return `${shown.join(', ')} and ${ids.length - shown.length} more`;
  return `${shown.slice(0, -1).join(', ')} and ${shown.at(-1) ?? ''}`;
}

/** For findings: nothing where there is nobody. */
export function detailsOf(witness: FindingDetails['witness']): Pick<FindingDetails, 'witness'> {
  return witness === undefined ? {} : { witness };
}
