import jsonLogic, { type RulesLogic } from 'json-logic-js';
import { Engine } from 'json-rules-engine';
import { decide } from '../../../shared/domain/routing/decide.ts';
import { indexTable } from '../../../shared/domain/routing/indexed-table.ts';
import type { Condition } from '../../../shared/domain/routing/condition.ts';
import type { Rule } from '../../../shared/domain/routing/table.ts';
import { epochMs } from '../../../shared/domain/time.ts';
import { routingTableOf } from '../../support/routing-table-builder.ts';
import { bestMean, hundredth, judged, timed, type Figure } from '../report.ts';
import { Draw } from './draw.ts';

const ruleCount = 200;
const now = epochMs(0);

/** What all engines are told of a caller. */
interface Facts {
  readonly reason: string;
  readonly state: string;
}

/** 200 rules of two conditions, as every engine can say them: a reason out of three, a state out of four. */
export async function otherEngineFigures(full: boolean): Promise<Figure[]> {
  const draw = new Draw('other engines');
  const rules = Array.from({ length: ruleCount }, (_, index): Rule => ({
    id: `rule-${index}`,
    when: [
      { kind: 'reason', anyOf: several(3, 60, 'reason', draw) },
      { kind: 'state', anyOf: several(4, 50, 'STATE', draw) },
    ],
    attempts: [{ kind: 'contactCenter', id: 'support', timeoutSeconds: 30 }],
  }));
  const callers = Array.from({ length: 300 }, (): Facts => ({
    reason: `reason-${draw.below(60)}`,
    state: `STATE-${draw.below(50)}`,
  }));
  const ours = oursOver(rules, callers);
  const jsonRules = jsonRulesEngineOver(rules);
  const jsonLogicRule = jsonLogicOver(rules);
  for (const [index, facts] of callers.entries()) {
    const found = ours(index);
    if ((await jsonRules(facts)) !== found || jsonLogicRule(facts) !== found)
      throw new Error(`the engines disagree about caller ${index}`);
  }

  const factsOf = (index: number): Facts => callers[index % callers.length] ?? { reason: '', state: '' };
  const oursMean = bestMean(full ? 60 : 20, callers.length, ours);
  const logicMean = bestMean(full ? 5 : 2, callers.length, (index) => jsonLogicRule(factsOf(index)));
  const samples = await timed(full ? 1500 : 600, (index) => jsonRules(factsOf(index)));
  const rulesMean = bestThirdMean(samples) * 1000;
  const against = (mean: number): string =>
    `mean of a decision, ${ruleCount} rules of 2 conditions, same callers and answers: ${hundredth(mean)} µs against ${hundredth(oursMean)} µs`;
  return [
    judged(
      {
        name: 'times-faster-than-json-rules-engine-200',
        value: Math.round(rulesMean / oursMean),
        unit: 'times',
        how: against(rulesMean),
      },
      { atLeast: 1000 },
    ),
    {
      name: 'times-faster-than-json-logic-200',
      value: Math.round(logicMean / oursMean),
      unit: 'times',
      how: against(logicMean),
    },
  ];
}

function several(count: number, among: number, name: string, draw: Draw): string[] {
  return Array.from({ length: count }, () => `${name}-${draw.below(among)}`);
}

function oursOver(rules: readonly Rule[], callers: readonly Facts[]): (index: number) => string {
  const indexed = indexTable(routingTableOf({ rules }));
  const known = callers.map(({ reason, state }) => ({
    entry: 'phone' as const,
    reasonId: reason,
    location: { source: 'deviceAddress' as const, observedAt: now, stateOrRegion: state },
    attributes: {},
  }));
  return (index) => {
    const caller = known[index];
    if (caller === undefined) throw new RangeError(`no caller ${index}`);
    return decide(indexed, caller, now, 'seed').plan.ruleId;
  };
}

/** The highest priority of the rules that fit; the engine looks at all of them. */
function jsonRulesEngineOver(rules: readonly Rule[]): (facts: Facts) => Promise<string> {
  const engine = new Engine();
  for (const [index, { id, when }] of rules.entries())
    engine.addRule({
      conditions: { all: when.map((each) => ({ fact: each.kind, operator: 'in', value: valuesOf(each) })) },
      event: { type: id },
      priority: rules.length - index,
    });
  return async (facts) => {
    const { events } = await engine.run({ ...facts });
    return events[0]?.type ?? 'default';
  };
}

function jsonLogicOver(rules: readonly Rule[]): (facts: Facts) => string {
  const logics = rules.map(({ id, when }) => ({
    id,
    logic: { and: when.map((each) => ({ in: [{ var: each.kind }, [...valuesOf(each)]] })) } as RulesLogic,
  }));
  return (facts) => logics.find(({ logic }) => jsonLogic.apply(logic, facts) === true)?.id ?? 'default';
}

function valuesOf(condition: Condition): readonly string[] {
  return 'anyOf' in condition ? condition.anyOf : [];
}

/** Fair to an engine that is measured one run at a time: the runs that nothing disturbed. */
function bestThirdMean(samples: readonly number[]): number {
  const best = samples.toSorted((a, b) => a - b).slice(0, Math.ceil(samples.length / 3));
  return best.reduce((sum, each) => sum + each, 0) / best.length;
}
