import type { FunctionName } from '../../functions.ts';
import type { LogFields } from '../../../shared/observability/log-fields.ts';

/** One thing that callers, agents or operators would notice, and by which measure it is seen first. */
export interface AlarmDefinition {
  /** Unique; the alarm's own name has the deployment's prefix before it. */
  readonly name: string;
  /** The heading of its article in infra/aws/runbook.md. Alarms of several functions share one. */
  readonly article: string;
  readonly watches: Watched;
  /** It is over the line at this value, and above it. */
  readonly threshold: number;
  /** Why there, in a sentence that stands in the alarm's description. */
  readonly because: string;
  /** Of one datapoint. */
  readonly periodMinutes: number;
  /** "2 of 3": so many datapoints of the last ones have to be over the line. */
  readonly datapoints: { readonly over: number; readonly of: number };
  /** page: somebody gets up for it; ticket: it can wait for the morning. */
  readonly severity: 'page' | 'ticket';
  /** What silence means: nothing happened, or the one who should have spoken is gone. */
  readonly silence: 'fine' | 'alarming';
  readonly stands: 'inEachRegion' | 'inPrimaryRegion';
}

export type Watched =
  /** One metric alone, or several by an expression over their names (CloudWatch user guide, Using math expressions). */
  | {
      readonly kind: 'metrics';
      readonly expression?: string;
      /** At most 10 (CloudWatch API reference, PutMetricAlarm). */
      readonly metrics: Readonly<Record<string, MetricSource>>;
    }
  /** Lines of a function's log, counted by a metric filter. */
  | { readonly kind: 'log'; readonly function: FunctionName; readonly lines: readonly LogLine[] };

export interface MetricSource {
  readonly namespace: string;
  readonly name: string;
  readonly dimensions?: Readonly<Record<string, string>>;
  readonly statistic: 'Sum' | 'Maximum' | 'p99';
}

/** A line counts when its event is this, and each field one of the values. */
export interface LogLine {
  readonly event: string;
  readonly where?: Readonly<Partial<Record<keyof LogFields, readonly string[]>>>;
}
