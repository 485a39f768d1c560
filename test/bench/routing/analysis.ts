import { analyseTable } from '../../../console/routing/analysis/analyse-table.ts';
import { FindingList, type Finding } from '../../../console/routing/findings.ts';
import { routingTableFileSchema, type RoutingTableFile } from '../../../shared/contracts/routing-table-file.ts';
import { planRuleIndex } from '../../../shared/domain/routing/plan-rule-index.ts';
import type { Rule, RoutingTable } from '../../../shared/domain/routing/table.ts';
import { epochMs } from '../../../shared/domain/time.ts';
import { judged, type Figure } from '../report.ts';
import { benchTable } from './bench-table.ts';
import { Draw } from './draw.ts';

const ruleCount = 1000;
/** One rule in so many says again what an earlier one has said, and a little more: it never takes a call. */
const everyShadowed = 20;

/** The proof that a publication waits for. */
export function analysisFigures(full: boolean): Figure[] {
  const table = withShadowedRules(benchTable(ruleCount, 500, new Draw('analysis')));
  const file = fileFor(table);
  const runs = Array.from({ length: full ? 5 : 2 }, () => analysed(table, file));
  const findings = runs[0]?.findings ?? [];
  const shadowed = findings.filter(({ code }) => code === 'rule-shadowed' || code === 'rule-unreachable').length;
  const shown = findings.filter(({ witness }) => witness !== undefined).length;
  if (shadowed < ruleCount / everyShadowed)
    throw new Error(`only ${shadowed} rules are reported as never taking a call`);
  return [
    judged(
      {
        name: 'analysis-1000-rules-ms',
        value: Math.round(Math.min(...runs.map(({ milliseconds }) => milliseconds))),
        unit: 'ms',
        how: `${ruleCount} rules of 2 to 8 conditions, ${shadowed} of them never reached; ${findings.length} findings, ${shown} with a witness that decide() confirmed`,
      },
      { atMost: 2000 },
    ),
  ];
}

function analysed(table: RoutingTable, file: RoutingTableFile): { milliseconds: number; findings: readonly Finding[] } {
  const findings = new FindingList(() => undefined);
  const started = performance.now();
  analyseTable(table, { file, now: epochMs(0), findings });
  return { milliseconds: performance.now() - started, findings: findings.all };
}

function withShadowedRules(table: RoutingTable): RoutingTable {
  const rules = table.rules.map((rule, index): Rule => {
    const earlier = table.rules[index - everyShadowed + 1];
    if (index % everyShadowed !== everyShadowed - 1 || earlier === undefined) return rule;
    return { ...rule, when: [...earlier.when, { kind: 'entry', anyOf: ['alexa-skill-call'] }] };
  });
  return { ...table, rules, ruleIndex: planRuleIndex(rules) };
}

/** The file that such a table could have come from, as far as the analysis looks at it. */
function fileFor({ name, rules, schedules }: RoutingTable): RoutingTableFile {
  const reasons = new Set(
    rules.flatMap(({ when }) => when.flatMap((each) => (each.kind === 'reason' ? each.anyOf : []))),
  );
  return routingTableFileSchema.parse({
    name,
    callerId: '+14255550100',
    dialling: { allow: ['+1'] },
    reasons: Object.fromEntries([...reasons].map((id) => [id, { name: id }])),
    schedules: Object.fromEntries(schedules.map(({ id }) => [id, { timeZone: 'UTC', weekly: {} }])),
    contactCenters: {
      support: {
        voiceConnector: 'arn:aws:chime:us-east-1:111122223333:vc/abcdef1ghij2klmno3pqr4',
        user: '+12065550150',
      },
    },
    branches: {},
    rules: rules.map(({ id }) => ({ id, attempts: [{ contactCenter: 'support' }] })),
    default: { attempts: [{ contactCenter: 'support' }] },
  });
}
