import type { MetricName } from '../../../shared/observability/metrics.ts';
import type { MetricSource } from './alarm-definition.ts';

/** Where the SMA function's log lines become metrics; the same as it writes into them. */
export const callMetricsNamespace = 'SkillCallBridge';

/** A metric of all calls: the one without dimensions, which every measure counts in. */
export function ofAllCalls(name: MetricName): MetricSource {
  return { namespace: callMetricsNamespace, name, statistic: 'Sum' };
}
