import { Duration } from 'aws-cdk-lib';
import {
  AlarmStatusWidget,
  Dashboard as CloudWatchDashboard,
  GraphWidget,
  MathExpression,
  Metric,
  TextWidget,
  type IAlarm,
  type IMetric,
} from 'aws-cdk-lib/aws-cloudwatch';
import { Construct } from 'constructs';
import type { MetricName } from '../../../shared/observability/metrics.ts';
import { metricOf } from './alarms.ts';
import { ofAllCallsIn } from './call-metrics.ts';
import { consoleLinks } from './console-links.ts';
import { canaryMetrics, canaryNamespace } from '../canary/canary-metrics.ts';
import type { WatchedTables } from './table-alarms.ts';
import type { WatchedFunction } from './function-alarms.ts';

export interface DashboardProps {
  readonly dashboardName: string;
  readonly region: string;
  readonly runbook: string;
  readonly alarms: readonly IAlarm[];
  readonly functions: readonly WatchedFunction[];
  readonly tables: WatchedTables;
  /** Of what the functions count. */
  readonly metricsNamespace: string;
  readonly hasCanary: boolean;
}

const period = Duration.minutes(5);
const half = { width: 12, height: 6 } as const;
const third = { width: 8, height: 6 } as const;

/** One page from which it is seen whether callers are answered, and if not, why: alarms, calls, destinations, functions, tables. */
export class Dashboard extends Construct {
  constructor(scope: Construct, id: string, props: DashboardProps) {
    super(scope, id);
    const { dashboardName, region, runbook, alarms, functions, tables, metricsNamespace, hasCanary } = props;
    const { counts, ofCalls, byDestination, canaryFailures } = callMetricsIn(metricsNamespace);
    const page = new CloudWatchDashboard(this, 'Dashboard', { dashboardName });
    const links = consoleLinks(region).map(({ title, url }) => `[${title}](${url})`);
    page.addWidgets(new TextWidget({ markdown: [...links, `Runbook: ${runbook}`].join(' · '), width: 24, height: 1 }));
    page.addWidgets(new AlarmStatusWidget({ title: 'Alarms', alarms: [...alarms], width: 24, height: 4 }));
    page.addWidgets(
      new GraphWidget({ title: 'Calls', left: counts(['Calls', 'CallsAnswered', 'CallsUnanswered']), ...third }),
      new GraphWidget({
        title: 'Milliseconds until somebody answers',
        left: ['p50', 'p95'].map((statistic) => ofCalls('TimeToAnswer', statistic)),
        ...third,
      }),
      new GraphWidget({
        title: 'Context for the agent',
        left: counts(['ContextSent', 'ContextDelivered', 'ContextNotDelivered', 'ContextRefused']),
        ...third,
      }),
    );
    page.addWidgets(
      new GraphWidget({
        title: 'Attempts that failed, by destination',
        left: [byDestination('AttemptsFailed')],
        ...third,
      }),
      new GraphWidget({
        title: 'Attempts answered, by destination',
        left: [byDestination('AttemptsAnswered')],
        ...third,
      }),
      new GraphWidget({
        title: 'What should not be',
        left: [
          ...counts(['FallbackUsed', 'InvariantBreaches', 'CommandsRefused', 'VoicemailsLeft']),
          ...(hasCanary ? [canaryFailures()] : []),
        ],
        ...third,
      }),
    );
    for (const each of functions) page.addWidgets(...functionWidgets(each));
    page.addWidgets(
      new GraphWidget({
        title: 'Tables: throttled',
        left: Object.values(tables).flatMap((table) =>
          ['ReadThrottleEvents', 'WriteThrottleEvents'].map((name) => ofTable(table, name)),
        ),
        ...half,
      }),
      new GraphWidget({
        title: 'Tables: units consumed',
        left: Object.values(tables).flatMap((table) =>
          ['ConsumedReadCapacityUnits', 'ConsumedWriteCapacityUnits'].map((name) => ofTable(table, name)),
        ),
        ...half,
      }),
    );
  }
}

/** With the limit drawn in, at which Lambda ends it. */
function functionWidgets({ name, deployedName, timeoutSeconds }: WatchedFunction): readonly GraphWidget[] {
  const metric = (of: string, statistic: string): Metric =>
    new Metric({
      namespace: 'AWS/Lambda',
      metricName: of,
      dimensionsMap: { FunctionName: deployedName },
      statistic,
      period,
    });
  return [
    new GraphWidget({
      title: `${name}: milliseconds`,
      left: ['p50', 'p99'].map((statistic) => metric('Duration', statistic)),
      leftAnnotations: [{ value: timeoutSeconds * 1000, label: 'time-out' }],
      ...half,
    }),
    new GraphWidget({
      title: `${name}: invocations`,
      left: ['Invocations', 'Errors', 'Throttles'].map((of) => metric(of, 'Sum')),
      right: [metric('ConcurrentExecutions', 'Maximum')],
      ...half,
    }),
  ];
}

interface CallMetrics {
  readonly counts: (names: readonly MetricName[]) => IMetric[];
  readonly ofCalls: (name: MetricName, statistic: string) => Metric;
  readonly byDestination: (name: MetricName) => MathExpression;
  readonly canaryFailures: () => Metric;
}

function callMetricsIn(namespace: string): CallMetrics {
  const ofAllCalls = ofAllCallsIn(namespace);
  return {
    counts: (names) => names.map((name) => metricOf(ofAllCalls(name), period)),
    ofCalls: (metricName, statistic) => new Metric({ namespace, metricName, statistic, period }),
    // Destinations come and go with routing tables: they are searched for. In quotes, for its hyphens (CloudWatch user guide, Search expression syntax).
    byDestination: (name) =>
      new MathExpression({
        expression: `SEARCH('{"${namespace}",destinationKind,destinationId} MetricName="${name}"', 'Sum', 300)`,
        usingMetrics: {},
        label: '',
        period,
      }),
    canaryFailures: () =>
      new Metric({
        namespace: canaryNamespace(namespace),
        metricName: canaryMetrics.notAnswered,
        statistic: 'Maximum',
        period,
        label: 'Canary not answered',
      }),
  };
}

function ofTable(table: string, metricName: string): Metric {
  return new Metric({
    namespace: 'AWS/DynamoDB',
    metricName,
    dimensionsMap: { TableName: table },
    statistic: 'Sum',
    period,
    label: `${table} ${metricName}`,
  });
}
