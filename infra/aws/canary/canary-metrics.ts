import { usualMetricsNamespace } from '../../../shared/observability/metrics.ts';

/** What the canary counts, for its alarm and the dashboard. Both are 0 or 1 for each call it places. */
export const canaryMetrics = {
  notAnswered: 'NotAnswered',
  answered: 'Answered',
} as const;

/** Beside the deployment's other metrics, in a namespace of their own. */
export function canaryNamespace(metricsNamespace: string = usualMetricsNamespace): string {
  return `${metricsNamespace}/Canary`;
}
