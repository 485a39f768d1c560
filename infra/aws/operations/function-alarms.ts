import { deployedFunctions, type DeployedFunction, type FunctionName } from '../../functions.ts';
import type { AlarmDefinition, MetricSource } from './alarm-definition.ts';

export interface WatchedFunction extends Pick<DeployedFunction, 'timeoutSeconds'> {
  readonly name: FunctionName;
  /** As it is deployed. */
  readonly deployedName: string;
}

const common = { periodMinutes: 5, silence: 'fine' } as const;
const inPrimaryRegion: readonly string[] = ['skill', 'console-api', 'routing-api'] satisfies readonly FunctionName[];
/** EventBridge hands over and does not wait: Lambda tries again, and gives up without a word (Lambda developer guide, Asynchronous invocation). */
const invokedByEvents: readonly string[] = ['meeting-events'] satisfies readonly FunctionName[];
const nearLimit = 0.8;

/** Where a function stands: the skill and the console in the primary Region alone, whatever calls need in both. */
export function placeOf(name: FunctionName): AlarmDefinition['stands'] {
  return inPrimaryRegion.includes(name) ? 'inPrimaryRegion' : 'inEachRegion';
}

/** By what Lambda counts of each function (Lambda developer guide, Types of metrics for Lambda functions). */
export function functionAlarms(nameOf: (name: string) => string): readonly AlarmDefinition[] {
  return deployedFunctions.flatMap(({ name, timeoutSeconds }) =>
    alarmsOf({ name, timeoutSeconds, deployedName: nameOf(name) }),
  );
}

function alarmsOf({ name, timeoutSeconds, deployedName }: WatchedFunction): readonly AlarmDefinition[] {
  const stands = placeOf(name);
  const metric = (of: string, statistic: MetricSource['statistic']): MetricSource => ({
    namespace: 'AWS/Lambda',
    name: of,
    dimensions: { FunctionName: deployedName },
    statistic,
  });
  const alarm = (article: string, metrics: Readonly<Record<string, MetricSource>>, rest: Rest): AlarmDefinition => ({
    ...common,
    ...rest,
    stands,
    article,
    name: `${article}-${name}`,
    watches: { kind: 'metrics', metrics },
  });
  return [
    alarm(
      'function-errors',
      { errors: metric('Errors', 'Sum') },
      {
        threshold: 1,
        because:
          'The function answers every request with something: an error is a time-out, a crash or a start that failed.',
        datapoints: { over: 1, of: 1 },
        severity: 'page',
      },
    ),
    alarm(
      'function-throttles',
      { throttles: metric('Throttles', 'Sum') },
      {
        threshold: 1,
        because:
          'Each throttled invocation is somebody who heard nothing, or a flood that reserved concurrency holds off.',
        datapoints: { over: 1, of: 1 },
        severity: 'page',
      },
    ),
    alarm(
      'duration-near-limit',
      { duration: metric('Duration', 'p99') },
      {
        threshold: timeoutSeconds * 1000 * nearLimit,
        because: `Milliseconds, p99: ${nearLimit * 100} % of the ${timeoutSeconds} s after which Lambda ends it.`,
        datapoints: { over: 2, of: 3 },
        severity: 'ticket',
      },
    ),
    ...(invokedByEvents.includes(name)
      ? [
          alarm(
            'events-dropped',
            { dropped: metric('AsyncEventsDropped', 'Sum') },
            {
              threshold: 1,
              because: 'Lambda tried three times and gave up; the event is lost.',
              datapoints: { over: 1, of: 1 },
              severity: 'ticket',
            },
          ),
        ]
      : []),
  ];
}

type Rest = Pick<AlarmDefinition, 'threshold' | 'because' | 'datapoints' | 'severity'>;
