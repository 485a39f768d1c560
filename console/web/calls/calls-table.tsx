import { memo, useRef, type ReactElement } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { Link } from 'wouter';
import type { LiveCall } from '../../../shared/contracts/desk-api.ts';
import { classNames } from '../ui/class-names.ts';
import { destinationName } from '../simulator/destinations.ts';
import { Moment } from '../ui/moment.tsx';
import { Tag } from '../ui/tag.tsx';
import { callNow, callNowWords } from './call-state.ts';
import styles from './calls-table.module.css';
import { contextWords, entryWords, ruleWords } from './words.ts';

export interface CallsTableProps {
  readonly label: string;
  readonly calls: readonly LiveCall[];
  /** By the service's clock, in milliseconds since 1970. */
  readonly now: number;
  /** With the day. */
  readonly isOfDays?: boolean;
}

/** Of so many rows on, only those that can be seen are drawn. */
const drawnWhole = 100;
const usualRowHeight = 37;

/** To be read, each call a link: the browser's own table, which screen readers walk best. */
export function CallsTable({ label, calls, now, isOfDays = false }: CallsTableProps): ReactElement {
  const scroller = useRef<HTMLDivElement>(null);
  const isLong = calls.length > drawnWhole;
  const rows = useVirtualizer({
    count: calls.length,
    enabled: isLong,
    getScrollElement: () => scroller.current,
    estimateSize: () => usualRowHeight,
    getItemKey: (index) => calls[index]?.transactionId ?? index,
    overscan: 12,
  });
  const drawn = isLong ? rows.getVirtualItems().map(({ index }) => index) : calls.map((_, index) => index);
  const above = isLong ? (rows.getVirtualItems()[0]?.start ?? 0) : 0;
  const below = isLong ? rows.getTotalSize() - (rows.getVirtualItems().at(-1)?.end ?? 0) : 0;
  return (
    <div
      ref={scroller}
      className={classNames(styles['scroller'], isLong && styles['long'])}
      role="region"
      aria-label={label}
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls can be scrolled by keys
      tabIndex={0}
    >
      <table className={styles['table']} aria-rowcount={calls.length + 1}>
        <thead>
          <tr>
            <th scope="col">Began</th>
            <th scope="col">State</th>
            <th scope="col">Reason</th>
            <th scope="col">Rule → destination</th>
            <th scope="col" className={styles['less']}>
              Entry
            </th>
            <th scope="col" className={styles['less']}>
              Context
            </th>
          </tr>
        </thead>
        <tbody>
          <Space height={above} />
          {drawn.map((index) => {
            const call = calls[index];
            if (call === undefined) return null;
            // What has ended does not change while the time goes on.
            const at = call.summary?.ending === 'underWay' ? now : 0;
            return (
              <CallRow
                key={call.transactionId}
                call={call}
                now={at}
                isOfDays={isOfDays}
                index={index}
                measure={isLong ? rows.measureElement : undefined}
              />
            );
          })}
          <Space height={below} />
        </tbody>
      </table>
    </div>
  );
}

/** Stands for the rows that are not drawn. */
function Space({ height }: { readonly height: number }): ReactElement | null {
  if (height <= 0) return null;
  return (
    <tr aria-hidden className={styles['space']}>
      <td colSpan={6} style={{ height }} />
    </tr>
  );
}

interface CallRowProps {
  readonly call: LiveCall;
  readonly now: number;
  readonly isOfDays: boolean;
  readonly index: number;
  readonly measure: ((row: HTMLTableRowElement | null) => void) | undefined;
}

const CallRow = memo(function CallRow({ call, now, isOfDays, index, measure }: CallRowProps): ReactElement {
  const { transactionId, startedAt, summary } = call;
  const state = callNow(call, now);
  const to = call.destination ?? summary?.answeredBy ?? lastTried(call);
  return (
    <tr ref={measure} data-index={index} aria-rowindex={index + 2}>
      <td className={styles['began']}>
        <Link href={`/calls/${encodeURIComponent(transactionId)}`}>
          <Moment at={startedAt} style={isOfDays ? 'dateTime' : 'time'} />
        </Link>
      </td>
      <td>
        <Tag tone={state.tone}>{callNowWords(state)}</Tag>
      </td>
      <td>{summary?.reasonId ?? '–'}</td>
      <td>
        {summary?.ruleId === undefined ? '–' : ruleWords(summary.ruleId)}
        {to !== undefined && ` → ${destinationName(to)}`}
      </td>
      <td className={styles['less']}>{summary?.entry === undefined ? '–' : entryWords[summary.entry]}</td>
      <td className={styles['less']}>{summary === undefined ? '–' : contextWords(summary)}</td>
    </tr>
  );
});

function lastTried({ summary }: LiveCall): string | undefined {
  const last = summary?.attempts.at(-1);
  return last === undefined ? undefined : `${last.kind}:${last.id}`;
}
