import { Duration } from 'aws-cdk-lib';
import {
  Alarm,
  ComparisonOperator,
  MathExpression,
  Metric,
  TreatMissingData,
  type IMetric,
} from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import { CfnMetricFilter } from 'aws-cdk-lib/aws-logs';
import type { ITopic } from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import type { AlarmDefinition, MetricSource, Watched } from './alarm-definition.ts';
import { logFilterPattern } from './log-filter.ts';

export interface AlarmsProps {
  /** Before each alarm's name, and the namespace of what is counted in logs: other deployments of the account have alarms, too. */
  readonly prefix: string;
  readonly definitions: readonly AlarmDefinition[];
  readonly topic: ITopic;
  /** The log group of a function. */
  readonly logGroup: (functionName: string) => string;
  /** Where infra/aws/runbook.md is to be read; an article's anchor is put behind it. */
  readonly runbook: string;
}

/** An alarm for each definition; of those that watch a log, the metric filter, too. Each is told when it begins and when it is over. */
export class Alarms extends Construct {
  readonly alarms: readonly Alarm[];
  /** Of those alarms that watch a log. */
  readonly filters: CfnMetricFilter[] = [];
  readonly #props: AlarmsProps;

  constructor(scope: Construct, id: string, props: AlarmsProps) {
    super(scope, id);
    this.#props = props;
    const action = new SnsAction(props.topic);
    this.alarms = props.definitions.map((definition) => {
      const alarm = this.#alarm(definition);
      alarm.addAlarmAction(action);
      alarm.addOkAction(action);
      return alarm;
    });
  }

  #alarm(definition: AlarmDefinition): Alarm {
    const { prefix, runbook } = this.#props;
    const { name, article, watches, threshold, because, datapoints, severity, silence } = definition;
    return new Alarm(this, name, {
      alarmName: `${prefix}-${name}`,
      alarmDescription: `[${severity}] ${because} What to do: ${runbook}#${article}`,
      metric: this.#metric(name, watches, Duration.minutes(definition.periodMinutes)),
      threshold,
      comparisonOperator: ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      datapointsToAlarm: datapoints.over,
      evaluationPeriods: datapoints.of,
      treatMissingData: silence === 'fine' ? TreatMissingData.NOT_BREACHING : TreatMissingData.BREACHING,
    });
  }

  #metric(name: string, watches: Watched, period: Duration): IMetric {
    if (watches.kind === 'log') {
      const metric = { namespace: logMetricsNamespace(this.#props.prefix), name, statistic: 'Sum' as const };
      const filter = new CfnMetricFilter(this, `${name}-lines`, {
        filterName: `${this.#props.prefix}-${name}`,
        logGroupName: this.#props.logGroup(watches.function),
        filterPattern: logFilterPattern(watches.lines),
        metricTransformations: [
          { metricNamespace: metric.namespace, metricName: name, metricValue: '1', unit: 'Count' },
        ],
      });
      this.filters.push(filter);
      return metricOf(metric, period);
    }
    const metrics = Object.entries(watches.metrics).map(([id, source]) => [id, metricOf(source, period)] as const);
    const [first] = metrics;
    if (watches.expression === undefined && first !== undefined) return first[1];
    return new MathExpression({
      expression: watches.expression ?? '',
      usingMetrics: Object.fromEntries(metrics),
      label: name,
      period,
    });
  }
}

/** Where lines of a deployment's logs are counted. */
export function logMetricsNamespace(prefix: string): string {
  return `${prefix}/Logs`;
}

/** The metric itself, as CloudWatch knows it. */
export function metricOf({ namespace, name, dimensions, statistic }: MetricSource, period: Duration): Metric {
  return new Metric({
    namespace,
    metricName: name,
    statistic,
    period,
    ...(dimensions === undefined ? {} : { dimensionsMap: { ...dimensions } }),
  });
}
