import type { ReactElement, ReactNode } from 'react';
import styles from './empty.module.css';

/** There is nothing here: why, and what to do. */
export function Empty({ title, children }: { readonly title: string; readonly children?: ReactNode }): ReactElement {
  return (
    <div className={styles['empty']}>
      <p className={styles['title']}>{title}</p>
      {children !== undefined && <div>{children}</div>}
    </div>
  );
}
