import { lazy, Suspense, useState, type ReactElement } from 'react';
import { Moment } from '../ui/moment.tsx';
import { durationWords } from '../ui/duration.ts';
import { Switch } from '../ui/switch.tsx';
import { Waiting } from '../ui/waiting.tsx';
import styles from './chart.module.css';
import type { ChartModel } from './charts.ts';
import { Swatch } from './swatch.tsx';

const Plot = lazy(() => import('./plot.tsx'));

/** A chart with what it says in a sentence, and all of it as a table for whoever wants that. */
export function Chart({ chart }: { readonly chart: ChartModel }): ReactElement {
  const [isTable, setTable] = useState(false);
  const { id, title, sentence, kind, series } = chart;
  return (
    <figure className={styles['chart']} aria-labelledby={`${id}-title`}>
      <figcaption className={styles['caption']}>
        <div className={styles['head']}>
          <h2 id={`${id}-title`}>{title}</h2>
          <Switch label="As a table" isSelected={isTable} onChange={setTable} />
        </div>
        <p>{sentence}</p>
      </figcaption>
      {isTable ? (
        <ChartTable chart={chart} />
      ) : (
        <>
          <Suspense fallback={<Waiting words="Drawing" />}>
            <Plot chart={chart} />
          </Suspense>
          <ul className={styles['legend']} aria-label={kind === 'stack' ? 'From below' : 'Lines'}>
            {series.map(({ name }, index) => (
              <li key={name}>
                <Swatch kind={kind} index={index} />
                {name}
              </li>
            ))}
          </ul>
        </>
      )}
    </figure>
  );
}

function ChartTable({ chart }: { readonly chart: ChartModel }): ReactElement {
  const { id, steps, series, unit } = chart;
  const words = (value: number | null | undefined): string => {
    if (value === null || value === undefined) return '–';
    return unit === 'milliseconds' ? durationWords(value) : value.toLocaleString();
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls can be scrolled by keys
    <div className={styles['scroller']} role="region" aria-labelledby={`${id}-title`} tabIndex={0}>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">From</th>
            {series.map(({ name }) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {steps.map((at, step) => (
            <tr key={at}>
              <th scope="row">
                <Moment at={at} />
              </th>
              {series.map(({ name, values }) => (
                <td key={name}>{words(values[step])}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
