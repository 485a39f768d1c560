import type { Clock } from '../ports/clock.ts';
import { identifierOnly } from './log-fields.ts';
import type { Measure, MetricName, Metrics } from './metrics.ts';

export interface EmfMetricsOptions {
  readonly clock: Clock;
  /** 1 to 255 characters of A-Z a-z 0-9 . - _ / # : */
  readonly namespace: string;
  /** Takes one line without its line feed. Default: standard output, where Lambda collects it. */
  readonly write?: (line: string) => void;
}

/** Metrics in milliseconds; all others are counts. */
const inMilliseconds: ReadonlySet<MetricName> = new Set(['TimeToAnswer']);
/** There can be thousands of them, and each would be a metric to be paid for: they are counted together, and the line tells which it was. */
const countedTogether: ReadonlySet<string> = new Set(['branch']);
/** Of one metric in one document. */
const mostValues = 100;

/**
 * Metrics as log lines that CloudWatch Logs turns into metrics (CloudWatch user guide, Embedded metric format specification): no call
 * to anybody, so that nobody waits for them. A document has one value for a dimension: what is about different destinations is written in as many
 * lines. Each measure counts in the metric without dimensions, and in that of its destination.
 */
export function emfMetrics({ clock, namespace, write = writeToStandardOutput }: EmfMetricsOptions): Metrics {
  return {
    add(measures) {
      try {
        for (const group of byDestination(measures)) write(JSON.stringify(documentOf(group, namespace, clock.now())));
      } catch {
        // Whatever is wrong with a log, the call goes on.
      }
    },
  };
}

function byDestination(measures: readonly Measure[]): Iterable<readonly Measure[]> {
  const groups = new Map<string, Measure[]>();
  for (const measure of measures) {
    // CloudWatch refuses a document with such a value, and all that stands beside it.
    if (!Number.isFinite(measure.value)) continue;
    const key = JSON.stringify([measure.destinationKind, measure.destinationId]);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [measure]);
    else group.push(measure);
  }
  return groups.values();
}

function documentOf(measures: readonly Measure[], namespace: string, now: number): object {
  const { destinationKind, destinationId } = measures[0] ?? {};
  const destination = {
    ...(destinationKind === undefined ? {} : { destinationKind: dimensionValue(destinationKind) }),
    ...(destinationId === undefined ? {} : { destinationId: dimensionValue(destinationId) }),
  };
  const dimensions = Object.keys(destination).filter(
    (name) => name !== 'destinationId' || !countedTogether.has(destinationKind ?? ''),
  );
  const values = valuesByName(measures);
  const metrics = [...values.keys()].map((name) => ({
    Name: name,
    Unit: inMilliseconds.has(name) ? 'Milliseconds' : 'Count',
  }));
  return {
    _aws: {
      Timestamp: now,
      CloudWatchMetrics: [
        { Namespace: namespace, Dimensions: dimensions.length === 0 ? [[]] : [[], dimensions], Metrics: metrics },
      ],
    },
    ...destination,
    ...Object.fromEntries(values),
  };
}

/** One that is empty is refused, and all of its document. */
function dimensionValue(text: string): string {
  return text === '' ? 'none' : identifierOnly(text);
}

/** A number where there is one, else a list of numbers. */
function valuesByName(measures: readonly Measure[]): ReadonlyMap<MetricName, number | readonly number[]> {
  const lists = new Map<MetricName, number[]>();
  for (const { name, value } of measures) lists.set(name, [...(lists.get(name) ?? []), value]);
  return new Map(
    [...lists].map(([name, list]) => [name, list.length === 1 ? (list[0] ?? 0) : list.slice(0, mostValues)]),
  );
}

function writeToStandardOutput(line: string): void {
  process.stdout.write(`${line}\n`);
}
