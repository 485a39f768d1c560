import { useId, type ReactElement, type ReactNode } from 'react';
import styles from './desk.module.css';

/** A part of the desk under a heading of its own. */
export function Section({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactElement {
  const id = useId();
  return (
    <section aria-labelledby={id} className={styles['section']}>
      <h2 id={id} className={styles['heading']}>
        {title}
      </h2>
      {children}
    </section>
  );
}
