import type { AlarmDefinition } from './alarm-definition.ts';
import { callAlarms } from './call-alarms.ts';
import { canaryAlarm } from './canary-alarm.ts';
import { functionAlarms } from './function-alarms.ts';
import { logAlarms } from './log-alarms.ts';
import { rotationAlarm } from './rotation-alarm.ts';
import { tableAlarms, type WatchedTables } from './table-alarms.ts';

export interface WatchedDeployment {
  /** A function's name as it is deployed. */
  readonly function: (name: string) => string;
  readonly tables: WatchedTables;
  /** Of what the functions count. */
  readonly metricsNamespace: string;
  /** Absent: nobody calls but callers. */
  readonly canary?: { readonly everyMinutes: number } | undefined;
}

/** Every alarm there is, each with an article in infra/aws/runbook.md. */
export function alarmDefinitions(deployment: WatchedDeployment): readonly AlarmDefinition[] {
  const { function: nameOf, tables, metricsNamespace, canary } = deployment;
  return [
    ...callAlarms(metricsNamespace),
    ...logAlarms,
    ...functionAlarms(nameOf),
    ...tableAlarms(tables),
    rotationAlarm(nameOf('key-rotation')),
    ...(canary === undefined ? [] : [canaryAlarm(canary.everyMinutes, metricsNamespace)]),
  ];
}
