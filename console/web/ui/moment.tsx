import type { ReactElement } from 'react';
import { agoWords } from './ago.ts';
import { useNow } from './use-now.ts';

const formats = {
  time: new Intl.DateTimeFormat(undefined, { timeStyle: 'medium' }),
  dateTime: new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'medium' }),
  date: new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' }),
} as const;

export interface MomentProps {
  /** ISO 8601, or milliseconds since 1970. */
  readonly at: string | number;
  /** Default: dateTime. */
  readonly style?: keyof typeof formats;
}

/** A moment as the reader writes it, in the reader's time zone. */
export function Moment({ at, style = 'dateTime' }: MomentProps): ReactElement {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return <span>{at}</span>;
  return <time dateTime={date.toISOString()}>{formats[style].format(date)}</time>;
}

/** How long ago; the moment itself at the pointer. */
export function Ago({ at }: Pick<MomentProps, 'at'>): ReactElement {
  const now = useNow(5000);
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return <span>{at}</span>;
  return (
    <time dateTime={date.toISOString()} title={formats.dateTime.format(date)}>
      {agoWords(date.getTime(), Math.max(now, date.getTime()))}
    </time>
  );
}
