import type { MetricName } from '../../../shared/observability/metrics.ts';
import type { MetricSource } from './alarm-definition.ts';

/** A metric of all calls: the one without dimensions, which every measure counts in. */
export type OfAllCalls = (name: MetricName) => MetricSource;

/** @param namespace where the SMA function's log lines become metrics: its METRICS_NAMESPACE. */
export function ofAllCallsIn(namespace: string): OfAllCalls {
  return (name) => ({ namespace, name, statistic: 'Sum' });
}
