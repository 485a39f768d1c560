import { useEffect, useRef, useState, type ReactElement } from 'react';
import type { LiveCall } from '../../../shared/contracts/desk-api.ts';
import { useLiveCalls, type LiveConnection } from '../data/live-calls.ts';
import { wordsOf } from '../data/problem-words.ts';
import { Button } from '../ui/button.tsx';
import { Empty } from '../ui/empty.tsx';
import { Notice } from '../ui/notice.tsx';
import { Tag } from '../ui/tag.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { CallsTable } from './calls-table.tsx';
import styles from './calls-page.module.css';

/** The calls of this moment, by themselves. */
export function LivePart(): ReactElement {
  const { calls, now, connection, problem, askNow } = useLiveCalls();
  const news = useNews(calls, connection);
  const underWay = calls.filter(({ summary }) => summary?.ending === 'underWay').length;
  return (
    <section className={styles['part']} aria-label="Calls now">
      <div className={styles['state']}>
        {connection === 'live' && <Tag tone="good">live</Tag>}
        {connection !== 'connecting' && (
          <span className={styles['soft']}>
            {underWay} under way; the latest {calls.length === 50 ? '50 ' : ''}calls of the last hour
          </span>
        )}
        {/* A new element each time: screen readers tell the same words twice, too. */}
        <span role="status" className={styles['soft']}>
          {news !== undefined && <span key={news.number}>{news.words}</span>}
        </span>
      </div>
      {connection === 'lost' && (
        <div role="status">
          <Notice
            tone="warning"
            title="The connection is lost: what you see may be old"
            actions={<Button onPress={askNow}>Try now</Button>}
          >
            {problem === undefined ? '' : `${wordsOf(problem).title}. `}It is tried again by itself.
          </Notice>
        </div>
      )}
      {connection === 'connecting' && <Waiting words="Loading calls" />}
      {connection !== 'connecting' && calls.length === 0 && (
        <Empty title="No call in the last hour">A call appears here within a second or two of its beginning.</Empty>
      )}
      {calls.length > 0 && <CallsTable label="Calls now, latest first" calls={calls} now={now} />}
    </section>
  );
}

interface News {
  readonly number: number;
  readonly words: string;
}

/** How many calls have come since it was last told. Those that were there at first are no news. */
function useNews(calls: readonly LiveCall[], connection: LiveConnection): News | undefined {
  const known = useRef<ReadonlySet<string> | undefined>(undefined);
  const [news, setNews] = useState<News>();
  useEffect(() => {
    if (connection === 'connecting') return;
    const ids = new Set(calls.map(({ transactionId }) => transactionId));
    const before = known.current;
    known.current = ids;
    if (before === undefined) return;
    const count = [...ids].filter((id) => !before.has(id)).length;
    if (count === 0) return;
    const words = count === 1 ? '1 new call' : `${count} new calls`;
    setNews((last) => ({ number: (last?.number ?? 0) + 1, words }));
  }, [calls, connection]);
  return news;
}
