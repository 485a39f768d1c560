import { useEffect, useRef, type ReactElement } from 'react';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { onColourChange } from '../map/map-colours.ts';
import { durationWords } from '../ui/duration.ts';
import type { ChartModel, ChartSeries } from './charts.ts';
import { dashes, hatchOf, inkOf } from './inks.ts';
import { aloneIn, columnsOf } from './stacked.ts';
import styles from './plot.module.css';

/** Pixels. */
const height = 220;

/** How high a chart is that has nothing to show. */
const leastMost = { calls: 1, milliseconds: 1000 } as const;
const wholes = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000];
const dayMs = 24 * 60 * 60 * 1000;
const hours = new Intl.DateTimeFormat(undefined, { timeStyle: 'short' });
const days = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' });

/** Hours of a day or two, days of more. @param of how long the chart is, in milliseconds. */
function timeWords(at: number, of: number): string {
  return (of <= 2 * dayMs ? hours : days).format(at);
}

/** The chart as a picture. Whoever shows it has the words and the table that go with it. */
// oxlint-disable-next-line import/no-default-export -- loaded lazily
export default function Plot({ chart }: { readonly chart: ChartModel }): ReactElement {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const within = place.current;
    if (within === null) return undefined;
    let plot = draw(within, chart);
    const redraw = (): void => {
      plot.destroy();
      plot = draw(within, chart);
    };
    const endColours = onColourChange(redraw);
    const size = new ResizeObserver(() => {
      if (within.clientWidth > 0 && within.clientWidth !== plot.width)
        plot.setSize({ width: within.clientWidth, height });
    });
    size.observe(within);
    return () => {
      size.disconnect();
      endColours();
      plot.destroy();
    };
  }, [chart]);
  return <div ref={place} className={styles['plot']} aria-hidden />;
}

function draw(within: HTMLElement, chart: ChartModel): uPlot {
  const { kind, unit, steps, stepMs, series } = chart;
  const axis = { stroke: inkOf(within, 'text'), grid: { stroke: inkOf(within, 'grid'), width: 1 } };
  const end = (steps.at(-1) ?? 0) + stepMs;
  const words = unit === 'milliseconds' ? durationWords : (count: number): string => count.toLocaleString();
  const drawn = series.map((each, index) => seriesOf(within, chart, each, index));
  return new uPlot(
    {
      width: Math.max(within.clientWidth, 1),
      height,
      legend: { show: false },
      cursor: { show: false },
      scales: {
        x: { time: true, range: [(steps[0] ?? 0) / 1000, end / 1000] },
        y: { range: (_plot, _least, most) => [0, most > 0 ? most * 1.1 : leastMost[unit]] },
      },
      axes: [
        {
          ...axis,
          space: 72,
          values: (_plot, splits) => splits.map((at) => timeWords(at * 1000, end - (steps[0] ?? 0))),
        },
        {
          ...axis,
          size: 64,
          // There are no halves of calls.
          ...(unit === 'calls' ? { incrs: wholes } : {}),
          values: (_plot, splits) => splits.map((value) => words(value)),
        },
      ],
      series: [{}, ...(kind === 'stack' ? drawn.toReversed() : drawn)],
    },
    columnsOf(chart) as uPlot.AlignedData,
    within,
  );
}

function seriesOf(
  within: HTMLElement,
  { kind }: ChartModel,
  { name, values }: ChartSeries,
  index: number,
): uPlot.Series {
  const stroke = inkOf(within, index);
  if (kind === 'lines')
    return {
      label: name,
      stroke,
      width: 2,
      dash: [...(dashes[index % dashes.length] ?? [])],
      // No line goes through a step that has none beside it.
      points: { show: true, size: 5, fill: stroke, filter: () => aloneIn(values) },
      spanGaps: false,
    };
  const pattern = hatchOf({ colour: stroke, ground: inkOf(within, 'ground') }, index);
  const hatch = (): CanvasPattern | string => pattern;
  const paths = uPlot.paths.bars?.({ size: [0.9, 64], align: 1 });
  return {
    label: name,
    stroke,
    width: 1,
    fill: hatch,
    points: { show: false },
    ...(paths === undefined ? {} : { paths }),
  };
}
