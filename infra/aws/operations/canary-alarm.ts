import { canaryMetrics, canaryNamespace } from '../canary/canary-metrics.ts';
import type { AlarmDefinition } from './alarm-definition.ts';

/** In minutes; an alarm over two of them may look back on two days, for they are of an hour or more (CloudWatch API reference, PutMetricAlarm). */
const periods = [5, 10, 15, 30, 60, 120, 240, 480, 1440] as const;

/**
 * By the calls that the canary places, where it does.
 * @param everyMinutes how often it calls, 5 to 1440: the alarm's period is the next that holds a call for certain.
 * @param metricsNamespace the deployment's.
 */
export function canaryAlarm(everyMinutes: number, metricsNamespace: string): AlarmDefinition {
  return {
    name: 'canary-not-answered',
    article: 'canary-not-answered',
    watches: {
      kind: 'metrics',
      metrics: {
        unanswered: {
          namespace: canaryNamespace(metricsNamespace),
          name: canaryMetrics.notAnswered,
          statistic: 'Maximum',
        },
      },
    },
    threshold: 1,
    because:
      'One call may be lost in the telephone network; two in a row are not. No call at all counts as one that was lost.',
    periodMinutes: periods.find((minutes) => minutes >= everyMinutes) ?? 1440,
    datapoints: { over: 2, of: 2 },
    severity: 'page',
    silence: 'alarming',
    stands: 'inPrimaryRegion',
  };
}
