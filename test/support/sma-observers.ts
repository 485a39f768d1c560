import type { Measure, MetricName, Metrics, TraceAnnotations, Traces } from '../../shared/observability/metrics.ts';

/** Keeps what is counted. */
export class MetricsFake implements Metrics {
  readonly measures: Measure[] = [];

  add(measures: readonly Measure[]): void {
    this.measures.push(...measures);
  }

  /** Of all that was counted, added up. */
  total(name: MetricName): number {
    return this.measures.filter((measure) => measure.name === name).reduce((sum, { value }) => sum + value, 0);
  }

  /** How many times something was counted, be it nothing. */
  times(name: MetricName): number {
    return this.measures.filter((measure) => measure.name === name).length;
  }
}

/** Keeps what traces are found by. */
export class TracesFake implements Traces {
  readonly annotated: TraceAnnotations[] = [];

  annotate(annotations: TraceAnnotations): Promise<void> {
    this.annotated.push(annotations);
    return Promise.resolve();
  }
}
