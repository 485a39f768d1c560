import { useMemo, useState, type ReactElement } from 'react';
import { useSearchParams } from 'wouter';
import { readSearch, spanOf, writeSearch } from '../calls/search.ts';
import { SpanFields } from '../calls/span-fields.tsx';
import type { TimeSpan } from '../data/calls.ts';
import { useFigures } from '../data/figures.ts';
import { Button } from '../ui/button.tsx';
import { Empty } from '../ui/empty.tsx';
import { Moment } from '../ui/moment.tsx';
import { Notice } from '../ui/notice.tsx';
import { Page } from '../ui/page.tsx';
import { ProblemNotice } from '../ui/problem-notice.tsx';
import { Waiting } from '../ui/waiting.tsx';
import { Chart } from './chart.tsx';
import { chartsOf } from './charts.ts';
import styles from './figures-page.module.css';
import { OutcomesTable } from './outcomes-table.tsx';

/** What came of the calls of some time. */
// oxlint-disable-next-line import/no-default-export -- loaded lazily
export default function FiguresPage(): ReactElement {
  const [address, setAddress] = useSearchParams();
  const search = readSearch(address);
  const { preset, from, to } = search;
  const [asked, setAsked] = useState(() => Date.now());
  const span = useMemo(
    () => spanOf({ preset, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }, asked),
    [preset, from, to, asked],
  );
  return (
    <Page title="Figures" wide actions={<Button onPress={() => setAsked(Date.now())}>Refresh</Button>}>
      <div className={styles['fields']}>
        <SpanFields search={search} onSearch={(next) => setAddress(writeSearch(next), { replace: true })} />
      </div>
      {span === undefined ? (
        <Empty title="From when to when?">Give both times, 31 days apart at most.</Empty>
      ) : (
        <Figures span={span} />
      )}
    </Page>
  );
}

function Figures({ span }: { readonly span: TimeSpan }): ReactElement {
  const { data, error, isPending, isFetching, refetch } = useFigures(span);
  const charts = useMemo(() => (data === undefined ? [] : chartsOf(data)), [data]);
  return (
    <>
      {error !== null && <ProblemNotice problem={error} onRetry={() => void refetch()} />}
      {isPending && error === null && <Waiting words="Counting calls" />}
      {data !== undefined && (
        <>
          <p role="status" className={styles['soft']}>
            {isFetching ? 'Counting anew … ' : ''}
            {data.calls.toLocaleString()} {data.calls === 1 ? 'call' : 'calls'} counted, <Moment at={data.from} /> to{' '}
            <Moment at={data.to} />
          </p>
          {data.more && (
            <Notice tone="warning" title="Not all calls of this time are counted">
              There were more than could be read at once: the figures are those of the latest{' '}
              {data.calls.toLocaleString()}, so that the earlier part of the charts is too low or empty. Choose a
              shorter time to count all.
            </Notice>
          )}
          {data.calls === 0 ? (
            <Empty title="No call began in this time">Choose a longer time.</Empty>
          ) : (
            <div className={styles['charts']}>
              {charts.map((chart) => (
                <Chart key={chart.id} chart={chart} />
              ))}
              <div className={styles['whole']}>
                <OutcomesTable destinations={data.destinations} />
              </div>
            </div>
          )}
        </>
      )}
    </>
  );
}
