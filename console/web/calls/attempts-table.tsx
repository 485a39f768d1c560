import type { ReactElement } from 'react';
import type { CallResponse } from '../../../shared/contracts/calls-api.ts';
import { destinationName } from '../simulator/destinations.ts';
import { durationWords } from '../ui/duration.ts';
import { Moment } from '../ui/moment.tsx';
import { Tag } from '../ui/tag.tsx';
import styles from './call-page.module.css';
import { outcomeTones, outcomeWords } from './words.ts';

const contexts = { sent: 'sent', refused: 'left out: was refused', notSent: 'cannot be sent there' } as const;

/** Who was tried, and what came of it. */
export function AttemptsTable({ call }: { readonly call: CallResponse }): ReactElement {
  const attempts = call.summary?.attempts ?? [];
  return (
    <section className={styles['part']} aria-labelledby="attempts">
      <h2 id="attempts">Attempts</h2>
      {attempts.length === 0 ? (
        <p>Nobody was tried, as far as records tell.</p>
      ) : (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls can be scrolled by keys
        <div className={styles['scroller']} role="region" aria-label="Who was tried" tabIndex={0}>
          <table className={styles['table']}>
            <thead>
              <tr>
                <th scope="col">Attempt</th>
                <th scope="col">Destination</th>
                <th scope="col">Began</th>
                <th scope="col">Outcome</th>
                <th scope="col">Took</th>
                <th scope="col">Context</th>
              </tr>
            </thead>
            <tbody>
              {attempts.map(({ number, kind, id, beganAt, rangMs, outcome, errorType, context }, index) => (
                <tr key={`${index} ${kind}:${id}`}>
                  <td>{number}</td>
                  <td>{destinationName(`${kind}:${id}`)}</td>
                  <td>{beganAt === undefined ? 'not recorded' : <Moment at={beganAt} style="time" />}</td>
                  <td>
                    {outcome === undefined ? (
                      <Tag>no outcome recorded yet</Tag>
                    ) : (
                      <Tag tone={outcomeTones[outcome]}>{outcomeWords[outcome]}</Tag>
                    )}
                    {errorType !== undefined && <span className={styles['soft']}> {errorType}</span>}
                  </td>
                  <td>{rangMs === undefined ? '–' : durationWords(rangMs)}</td>
                  <td>{context === undefined ? 'none' : contexts[context]}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}
