import type { AlarmDefinition } from './alarm-definition.ts';

/** @param deployedName the name that the rotation function is deployed by. */
export function rotationAlarm(deployedName: string): AlarmDefinition {
  return {
    name: 'keys-not-rotated',
    article: 'keys-not-rotated',
    watches: {
      kind: 'metrics',
      metrics: {
        errors: {
          namespace: 'AWS/Lambda',
          name: 'Errors',
          dimensions: { FunctionName: deployedName },
          statistic: 'Sum',
        },
      },
    },
    threshold: 1,
    because: 'It runs a few times a month, and each step of it may be repeated: an error does not pass by itself.',
    periodMinutes: 60,
    datapoints: { over: 1, of: 1 },
    severity: 'ticket',
    silence: 'fine',
    stands: 'inPrimaryRegion',
  };
}
