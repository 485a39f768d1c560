import type { ReactElement } from 'react';
import { Link } from 'wouter';
import type { ReviewResponse } from '../../../../shared/contracts/tables-api.ts';
import { Notice } from '../../ui/notice.tsx';
import { Tag } from '../../ui/tag.tsx';
import { FindingLines } from '../findings/finding-line.tsx';
import { simulatorLink } from '../findings/simulator-link.ts';
import { lastWeekWarnings, lastWeekWords, shareWords } from './review-words.ts';
import styles from './review.module.css';

export interface ReviewResultProps {
  readonly table: string;
  readonly review: ReviewResponse;
}

/** Who would meet something else than today, and how many that would have been last week. */
export function ReviewResult({ table, review }: ReviewResultProps): ReactElement {
  return (
    <>
      {review.findings.length > 0 && (
        <section className={styles['section']}>
          <h3>Findings</h3>
          <FindingLines table={table} findings={review.findings} saysWhere />
        </section>
      )}
      <section className={styles['section']}>
        <h3>{review.against === 0 ? 'Changes' : `Changes against version ${review.against}`}</h3>
        <Changes table={table} review={review} />
      </section>
      <section className={styles['section']}>
        <h3>Last week’s calls</h3>
        <LastWeek week={review.lastWeek} />
      </section>
    </>
  );
}

const kinds = { route: 'Route', locale: 'Language', menu: 'Menu', branch: 'Branch' } as const;

function Changes({ table, review }: ReviewResultProps): ReactElement {
  const { changes, isComplete, against } = review;
  if (review.findings.some(({ severity }) => severity === 'error'))
    return <p>Nobody can say where a table with errors sends anybody: correct them first.</p>;
  if (against === 0) return <p>No version is in force: everything in the table is new.</p>;
  return (
    <>
      {changes.length === 0 && isComplete && <p>Nobody would meet anything else than today.</p>}
      <ul className={styles['changes']}>
        {changes.map(({ kind, words, witness, calls }, at) => (
          // oxlint-disable-next-line react/no-array-index-key -- the list is shown once, and never changes
          <li key={at}>
            <Tag>{kinds[kind]}</Tag>{' '}
            <span>
              {words}
              {calls !== undefined && <span className={styles['share']}> {shareWords(calls)}</span>}
              {witness !== undefined && (
                <>
                  {' '}
                  <Link href={simulatorLink(table, witness)}>Show this caller</Link>
                </>
              )}
            </span>
          </li>
        ))}
      </ul>
      {!isComplete && (
        <Notice tone="warning" title="There are more changes than are listed">
          The tables differ in too many ways to look at all of them. The changed lines below are complete.
        </Notice>
      )}
    </>
  );
}

function LastWeek({ week }: { readonly week: ReviewResponse['lastWeek'] }): ReactElement {
  const warnings = lastWeekWarnings(week);
  return (
    <>
      {lastWeekWords(week).map((words) => (
        <p key={words}>{words}</p>
      ))}
      {warnings.length > 0 && (
        <Notice tone="warning">
          {warnings.map((words) => (
            <p key={words}>{words}</p>
          ))}
        </Notice>
      )}
      {week.changes.length > 0 && (
        <ul className={styles['changes']}>
          {week.changes.map(({ from, to, calls, examples }) => (
            <li key={`${from} ${to}`}>
              <span>
                <strong>{from}</strong> to <strong>{to}</strong>: {shareWords(calls)}
                {examples.map(({ transactionId }, at) => (
                  <span key={transactionId}>
                    {at === 0 ? ', for example ' : ', '}
                    <Link href={`/calls/${encodeURIComponent(transactionId)}`}>{transactionId.slice(0, 8)}</Link>
                  </span>
                ))}
              </span>
            </li>
          ))}
        </ul>
      )}
      {week.rulesNeverUsed.length > 0 && week.calls > 0 && (
        <p className={styles['share']}>No call of last week would take: {week.rulesNeverUsed.join(', ')}.</p>
      )}
    </>
  );
}
