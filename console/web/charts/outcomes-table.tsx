import type { ReactElement } from 'react';
import type { FiguresResponse } from '../../../shared/contracts/figures-api.ts';
import { outcomeWords } from '../calls/words.ts';
import { destinationName } from '../simulator/destinations.ts';
import { classNames } from '../ui/class-names.ts';
import chartStyles from './chart.module.css';
import { outcomeOrder, outcomesSentence } from './outcomes.ts';
import styles from './outcomes-table.module.css';
import { percentWords } from './share-words.ts';

/** How trying each destination ended: the bars repeat what the numbers say. */
export function OutcomesTable({
  destinations,
}: {
  readonly destinations: FiguresResponse['destinations'];
}): ReactElement {
  const shown = outcomeOrder.filter((outcome) => destinations.some(({ outcomes }) => (outcomes[outcome] ?? 0) > 0));
  return (
    <figure className={chartStyles['chart']} aria-labelledby="outcomes-title">
      <figcaption className={chartStyles['caption']}>
        <div className={chartStyles['head']}>
          <h2 id="outcomes-title">Outcome per destination</h2>
        </div>
        <p>{outcomesSentence(destinations)}</p>
      </figcaption>
      {destinations.length > 0 && (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls can be scrolled by keys
        <div className={chartStyles['scroller']} role="region" aria-labelledby="outcomes-title" tabIndex={0}>
          <table className={classNames(chartStyles['table'], styles['outcomes'])}>
            <thead>
              <tr>
                <th scope="col">Destination</th>
                <th scope="col">Attempts</th>
                {shown.map((outcome) => (
                  <th key={outcome} scope="col">
                    {outcomeWords[outcome]}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {destinations.map(({ destination, attempts, outcomes }) => (
                <tr key={destination}>
                  <th scope="row">{destinationName(destination)}</th>
                  <td>{attempts.toLocaleString()}</td>
                  {shown.map((outcome) => {
                    const count = outcomes[outcome] ?? 0;
                    return (
                      <td key={outcome}>
                        {count === 0 ? '–' : `${count.toLocaleString()} · ${percentWords(count, attempts)}`}
                        <span className={styles['bar']} aria-hidden>
                          <span
                            className={styles[outcome]}
                            style={{ width: `${attempts === 0 ? 0 : (count / attempts) * 100}%` }}
                          />
                        </span>
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </figure>
  );
}
