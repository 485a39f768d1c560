import type { ReactElement, ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './tag.module.css';

export type Tone = 'neutral' | 'good' | 'warning' | 'error' | 'info';

/** A word or two about the state of something. The word says it; the colour only repeats it. */
export function Tag({
  tone = 'neutral',
  children,
}: {
  readonly tone?: Tone;
  readonly children: ReactNode;
}): ReactElement {
  return <span className={classNames(styles['tag'], styles[tone])}>{children}</span>;
}
