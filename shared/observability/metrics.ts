/** CloudWatch's namespace of them, unless a deployment has one of its own. */
export const usualMetricsNamespace = 'SkillCallBridge';

/** Every metric that the SMA function counts; infra names them in dashboards and alarms. */
export const metricNames = [
  'Calls',
  'CallsAnswered',
  'CallsUnanswered',
  'AttemptsMade',
  'AttemptsAnswered',
  'AttemptsFailed',
  'TimeToAnswer',
  'ContextSent',
  'ContextRefused',
  'ContextDelivered',
  'ContextNotDelivered',
  'FallbackUsed',
  'VoicemailsLeft',
  'InvariantBreaches',
  'CommandsRefused',
] as const;
export type MetricName = (typeof metricNames)[number];

export interface Measure {
  readonly name: MetricName;
  /** A count, or milliseconds for TimeToAnswer. */
  readonly value: number;
  /** By destination kind and id where it is about one. Few values only: each makes a metric of its own. */
  readonly destinationKind?: string;
  readonly destinationId?: string;
}

/** Where measures go. Never throws. */
export interface Metrics {
  add(measures: readonly Measure[]): void;
}

/** What a trace is found by: identifiers only. */
export type TraceAnnotations = Readonly<Record<string, string | number | boolean>>;

/** Of the work that is annotated, in milliseconds since 1970. */
export interface TraceTimes {
  readonly startedAt: number;
  readonly endedAt: number;
}

/** Annotates the trace of the invocation under way. */
export interface Traces {
  /** Resolves when the annotations are on their way, or given up, within a few milliseconds. Never rejects: a call goes on without a trace. */
  annotate(annotations: TraceAnnotations, times: TraceTimes): Promise<void>;
}
