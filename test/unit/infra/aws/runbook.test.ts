import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { alarmDefinitions } from '../../../../infra/aws/operations/alarm-definitions.ts';
import { deployedFunctions, type FunctionName } from '../../../../infra/functions.ts';
import { metricNames } from '../../../../shared/observability/metrics.ts';
import { allowedFields } from '../../../../shared/observability/log-fields.ts';
import { eventsIn } from '../../../support/log-events.ts';

const root = fileURLToPath(new URL('../../../..', import.meta.url));
const runbook = readFileSync(`${root}/infra/aws/runbook.md`, 'utf8');
const [, ...sections] = runbook.split(/^## /m);
const articles = sections.map((section) => section.slice(0, section.indexOf('\n')));
const queries = [...runbook.matchAll(/^```\n(.*?)^```/gms)].map(([, query = '']) => query);

const metricsNamespace = 'SkillCallBridge/bank-prod';
const definitions = alarmDefinitions({
  metricsNamespace,
  function: (name) => `bank-prod-${name}`,
  tables: { callContexts: 'contexts', routingTables: 'tables', callRecords: 'records', console: 'console' },
  canary: { everyMinutes: 15 },
});

/** Where each function's lines are written. */
const sourcesOf: Readonly<Record<FunctionName | 'canary', readonly string[]>> = {
  skill: ['skill', 'shared'],
  sma: ['sma-handler', 'shared'],
  'console-api': ['console/api', 'shared'],
  'routing-api': ['console/routing-api', 'console/api', 'shared'],
  'meeting-events': ['sma-handler', 'shared'],
  canary: ['infra/aws/canary'],
};

describe('alarms and their articles', () => {
  it('are there for each other, and each article once', () => {
    expect([...new Set(definitions.map(({ article }) => article))].sort()).toEqual([...articles].sort());
  });

  it('have names of their own', () => {
    const names = definitions.map(({ name }) => name);

    expect(new Set(names).size).toBe(names.length);
    for (const { name, article } of definitions) expect(name.startsWith(article)).toBe(true);
  });

  it.each(sections.map((section, index) => [articles[index], section]))(
    'say what it means, where to look and what to do: %s',
    (_name, section) => {
      expect(section).toMatch(/^\*\*It means\.\*\* \S.+^\*\*Look at\.\*\*\s+\S.+^\*\*Do\.\*\* \S/ms);
    },
  );

  it('lead from one to another only where there is one', () => {
    const linked = [...runbook.matchAll(/\]\(#([a-z-]+)\)/g)].map(([, anchor]) => anchor);

    expect(linked.filter((anchor) => anchor === undefined || !articles.includes(anchor))).toEqual([]);
  });
});

describe('what alarms watch', () => {
  it('is metrics that the SMA function counts', () => {
    const watched = definitions
      .flatMap(({ watches }) => (watches.kind === 'metrics' ? Object.values(watches.metrics) : []))
      .filter(({ namespace }) => namespace === metricsNamespace);

    expect(watched).not.toEqual([]);
    expect(watched.filter(({ name }) => !metricNames.some((known) => known === name))).toEqual([]);
    expect(readFileSync(`${root}/sma-handler/index.ts`, 'utf8')).toContain('namespace: optional.METRICS_NAMESPACE');
  });

  it('is metrics that an expression names, and no more than CloudWatch takes', () => {
    for (const { watches } of definitions) {
      if (watches.kind === 'log') continue;
      const names = Object.keys(watches.metrics);

      expect(names.length).toBeLessThanOrEqual(10);
      if (watches.expression === undefined) expect(names).toHaveLength(1);
      else expect(new Set(watches.expression.match(/\b[a-z]\w*\b/g))).toEqual(new Set(names));
    }
  });

  it('is each function that is deployed', () => {
    const watched = definitions.map(({ name }) => name);

    for (const { name } of deployedFunctions)
      expect(watched).toEqual(expect.arrayContaining([`function-errors-${name}`, `function-throttles-${name}`]));
  });

  it('is lines that the function writes, by fields that lines have', () => {
    const lines = definitions.flatMap(({ name, watches }) =>
      watches.kind === 'log' ? watches.lines.map((line) => ({ name, from: watches.function, ...line })) : [],
    );
    const unwritten = lines.filter(({ from, event }) => !eventsIn(sourcesOf[from]).has(event));
    const fields = lines.flatMap(({ where = {} }) => Object.keys(where));

    expect(lines.length).toBeGreaterThan(20);
    expect(unwritten).toEqual([]);
    expect(fields.filter((field) => !isField(field))).toEqual([]);
  });

  it('is looked at over no more than a day, or a week by the hour', () => {
    for (const { periodMinutes, datapoints } of definitions)
      expect(periodMinutes * datapoints.of).toBeLessThanOrEqual(periodMinutes < 60 ? 24 * 60 : 7 * 24 * 60);
  });
});

describe('the queries of articles', () => {
  const written = eventsIn(Object.values(sourcesOf).flat());

  it.each(queries)('ask for events that are written, and fields that there are: %s', (query) => {
    const named = [...query.matchAll(/event (?:=|in) (\[[^\]]*\]|"[^"]*")/g)].flatMap(
      ([, list = '']) => list.match(/[a-z-]+/g) ?? [],
    );
    const words = query
      .replaceAll(/"[^"]*"|\/[^/]*\//g, '')
      .split(/[^\w@.-]+/)
      .filter((word) => /^[a-z@]/i.test(word) && !keywords.has(word));

    expect(named.filter((event) => !written.has(event))).toEqual([]);
    expect(words.filter((word) => !isField(word))).toEqual([]);
  });
});

/** Of CloudWatch Logs Insights. */
const keywords: ReadonlySet<string> = new Set(
  'fields filter sort stats count pct bin by desc in and or like'.split(' '),
);

function isField(word: string): boolean {
  const ofEveryLine = ['@timestamp', '@message', 'event', 'error.name', 'error.code', 'error.frames.0'];
  return ofEveryLine.includes(word) || word in allowedFields({ [word]: 'x' });
}
